/**
 * Which of 10,000 equal shares of people somebody is in, for one salt: FNV-1a over the text, finished as murmur3 does so
 * that neighbouring numbers fall far apart. The same person stays in the same share for ever.
 */
function shareOfPeople(person: number, salt: string): number {
  let hash = 0x811c9dc5;
  const text = `${salt}\u0000${person}`;
  for (let place = 0; place < text.length; place++) {
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return ((hash ^ (hash >>> 16)) >>> 0) % 10_000;
}

/** Whether somebody is in the control group of a campaign; `control`: its share in hundredths of a percent. */
export function isHeldOut(
  person: number,
  campaign: { readonly key: string; readonly control?: number | undefined },
): boolean {
  if (campaign.control === undefined) return false;
  return shareOfPeople(person, `campaign:${campaign.key}`) < campaign.control;
}
