/** The clubs whose published rules each preset is taken from. */
const SOURCES: Readonly<Record<string, string>> = {
  'hundred-points': 'iranrada.com',
  'half-year-points': 'iran24shop.com',
  'deeds-and-points': 'simoclub.com',
  'points-for-codes': 'gisoom.com/club',
  'points-and-credit': 'alamdaryazd.com',
  'one-invoice': 'waggon.me',
  'yearly-gift': 'golrizpaper.net',
  'year-and-draw': 'tsmalaek.com, noghrekala.com',
  'bring-a-friend': 'gawramal.com, mohammadzamani.fit',
};

export function sourceOf(preset: string): string | null {
  return SOURCES[preset] ?? null;
}
