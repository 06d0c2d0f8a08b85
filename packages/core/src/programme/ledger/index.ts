import { available, balance, newBook, owedBy } from './book.ts';
import {
  adjust,
  capture,
  earn,
  expire,
  faultsOf,
  giveBack,
  hold,
  release,
  takeBack,
  transfer,
} from './deeds.ts';

export type { Book, Deed, Lot } from './book.ts';

/** The ledger in the plainest form: what everything that is written of it is compared with. */
export const ledgerModel = {
  newBook,
  earn,
  hold,
  release,
  capture,
  giveBack,
  takeBack,
  expire,
  adjust,
  transfer,
  available,
  balance,
  owedBy,
  faultsOf,
};
