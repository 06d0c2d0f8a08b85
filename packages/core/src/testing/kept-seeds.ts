/** Seeds with which a property once failed, by the property's name. They are tried first, for ever. */
export const keptSeeds: Readonly<Record<string, readonly number[]>> = {
  fresh: [10257744, 10303255],
  'quotations in any order': [133419716],
};
