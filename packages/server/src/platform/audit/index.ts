export { type DeedCode, deedCodes } from './deed-codes.ts';
export { authorNamed, type Deed, type DeedBy, type NewDeed, recordDeed } from './deeds.ts';
export { authorsOfDeeds, type DeedPage, type DeedsAsked, listDeeds } from './listing.ts';
