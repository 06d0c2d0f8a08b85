export { backTest, type BackTest, FEWEST_TESTED } from './back-test.ts';
export { type Forecast, forecast } from './forecast.ts';
export {
  baseChance,
  chanceOf,
  type ChanceModel,
  chanceWithin,
  type DealChance,
  FEWEST_DECIDED,
  FEWEST_OF_EACH,
  learnChances,
} from './learn.ts';
export { BANDS, type PastDeal, standingAt } from './past.ts';
