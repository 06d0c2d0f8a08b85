import { oneInvoice, pointsAndCredit, yearlyGift } from './credit-clubs.ts';
import {
  bringAFriend,
  deedsAndPoints,
  halfYearPoints,
  hundredPoints,
  pointsForCodes,
  yearAndDraw,
} from './points-clubs.ts';
import type { ClubPreset } from './preset.ts';

export type { ClubPreset } from './preset.ts';

/** In the order of the list a business chooses from, the plainest first. */
export const clubPresets: readonly ClubPreset[] = [
  hundredPoints,
  halfYearPoints,
  deedsAndPoints,
  pointsForCodes,
  pointsAndCredit,
  oneInvoice,
  yearlyGift,
  yearAndDraw,
  bringAFriend,
];
