export type { Buyer, LineBought, OrderKept, Touch, WalkOver } from './buyer.ts';
export { accuracyOf, aucOf, brierOf, calibrationOf, correlationOf } from './accuracy.ts';
export type { Accuracy, CalibrationBin } from './accuracy.ts';
export { basketsSchema, basketWalk } from './behaviour/baskets.ts';
export type { Baskets } from './behaviour/baskets.ts';
export {
  cadenceOfPersonSchema,
  cadenceSchema,
  cadenceWalk,
  rhythmSchema,
} from './behaviour/cadence.ts';
export type { Cadence, CadenceOfPerson, Rhythm } from './behaviour/cadence.ts';
export { channelsSchema, channelWalk } from './behaviour/channels.ts';
export type { Channels } from './behaviour/channels.ts';
export { cohortsSchema, cohortWalk } from './behaviour/cohorts.ts';
export type { Cohorts } from './behaviour/cohorts.ts';
export {
  customerTypeNames,
  customerTypeOfPersonSchema,
  customerTypeSchema,
  customerTypesSchema,
} from './behaviour/customer-type.ts';
export type { CustomerType, CustomerTypeOfPerson, CustomerTypes } from './behaviour/customer-type.ts';
export { customerTypeWalk } from './behaviour/customer-types.ts';
export { occasionNames, occasionSchema } from './behaviour/occasions.ts';
export type { Occasion } from './behaviour/occasions.ts';
export type { WalkOfPeople } from './behaviour/people.ts';
export { isPresent, MARK_BYTES, type Presence, presenceWalk } from './behaviour/presence.ts';
export type { PresenceWalk } from './behaviour/presence.ts';
export { rfmOfPersonSchema, rfmSchema, rfmWalk } from './behaviour/rfm.ts';
export type { Rfm, RfmOfPerson } from './behaviour/rfm.ts';
export { rfmSegmentNames, rfmSegmentOf, rfmSegmentSchema } from './behaviour/rfm-segments.ts';
export type { RfmSegment } from './behaviour/rfm-segments.ts';
export { seasonsSchema } from './behaviour/season.ts';
export type { Seasons } from './behaviour/season.ts';
export { seasonWalk } from './behaviour/seasons.ts';
export { cellsOf } from './cells.ts';
export type { BuyingHistory, Cells } from './cells.ts';
export { customersOf, seenAt } from './customers.ts';
export type { Customer, Purchase, Seen } from './customers.ts';
export { fitModels, modelOf } from './fit.ts';
export type { Fitted, Verdict } from './fit.ts';
export { forecast, valueOf } from './forecast.ts';
export type { Forecast, ForecastQuestion, Value } from './forecast.ts';
export type { Baseline, ForecastOfModel, Holdout } from './holdout.ts';
export type { BuyingModel, ModelName } from './model.ts';
export { PEOPLE_A_PIECE, type Pieces } from './pieces.ts';
export { residualOrders } from './residual.ts';
export { simulateCustomer } from './simulate.ts';
export type { Behaviour, Draw } from './simulate.ts';
export { expectedSpend, fitSpending } from './spending.ts';
export type { Spender, Spending } from './spending.ts';
export { fitSubscriptions, retentionAt, survivalAt } from './subscriptions.ts';
export type { Subscriptions } from './subscriptions.ts';
export {
  adviceForOne,
  adviceFrom,
  adviceSchema,
  personAdviceSchema,
  worthSchema,
} from './money/advisor/advice.ts';
export type { Advice, PersonAdvice, StepAdvice, Worth } from './money/advisor/advice.ts';
export { type Assumptions, assumptionsSchema, assumedFor } from './money/advisor/assumptions.ts';
export { cellAt } from './money/advisor/cells.ts';
export { evidenceSchema, evidenceWalk } from './money/advisor/evidence.ts';
export type { Evidence, EvidenceQuestion, Standings, Stood } from './money/advisor/evidence.ts';
export type { Plan } from './money/advisor/plan.ts';
export { type Acquisition, acquisitionSchema, acquisitionWalk } from './money/acquisition.ts';
export { type Attribution, attributions, creditsOf } from './money/attribution.ts';
export {
  type CostKind,
  costKinds,
  type CostLine,
  costWithin,
  type NewCost,
  newCostSchema,
} from './money/costs.ts';
export { checkedCost, costColumns, costOfLine } from './money/cost-lines.ts';
export { ASSUMED_MARGIN_RATE, type MarginBasis, marginOf, marginToldSchema } from './money/margin.ts';
export { type Returns, returnsByRuleSchema, returnsOf, returnsSchema } from './money/returns.ts';
export { type ClimbsTried, type RungCost, rungCosts, rungCostSchema } from './money/rung-costs.ts';
export { type Arm, armOf, assignmentThatCounts, type Assigned, bucketOf } from './experiments/assignment.ts';
export { experimentDefinitionSchema, experimentReadingSchema, outcomes } from './experiments/experiment.ts';
export type { ExperimentDefinition, ExperimentReading, Outcome } from './experiments/experiment.ts';
export { type ExpectedBy, expectedRevenue } from './experiments/expected-margin.ts';
export { ordersKept } from './experiments/outcome.ts';
export { type PeopleCounted, readExperiment } from './experiments/reading.ts';
export { measurabilityOf, measurabilitySchema, measuredSchema, sizeFor } from './experiments/sample-size.ts';
export type { Measurability, Measured } from './experiments/sample-size.ts';
export { bandNames, bandOf, BANDS } from './scores/bands.ts';
export type { Band, BandThresholds, RiskOfPerson } from './scores/bands.ts';
export { BuyerMaker } from './scores/buyer-maker.ts';
export type { Oddities, OrderTold } from './scores/buyer-maker.ts';
export { CountedCells } from './scores/counted-cells.ts';
export type { CellColumns } from './scores/counted-cells.ts';
export { ENOUGH, missingFor } from './scores/enough-data.ts';
export type { DataFound, EnoughData, Missing, Shortage } from './scores/enough-data.ts';
export { orderDays } from './scores/order-days.ts';
export type { OrderDays } from './scores/order-days.ts';
export { foretoldBy, ordersAhead, TAIL } from './scores/orders-ahead.ts';
export type { OrdersForetold } from './scores/orders-ahead.ts';
export { riskAt, riskCurve } from './scores/risk-curve.ts';
export type { RiskCurve } from './scores/risk-curve.ts';
export { cellScoreAt, type CellScores, scoresOfCells } from './scores/cell-scores.ts';
export type { BuyersAsked, BuyersForetold, FirstSeen, FittedPlain } from './scores/foretelling.ts';
export { scorerOf, SHORT_DAYS, YEAR_DAYS } from './scores/scoring.ts';
export type { CellScore, ScoringBy } from './scores/scoring.ts';
export { simulateAhead } from './scores/simulate-ahead.ts';
export type { CustomerAhead } from './scores/simulate-ahead.ts';
export { type TotalAhead, totalAhead } from './scores/total-ahead.ts';
export { tryOnPast } from './scores/trial.ts';
export type { Trial } from './scores/trial.ts';
export { valueAhead } from './scores/value-ahead.ts';
export type { ValueForetold } from './scores/value-ahead.ts';
export { type Adjusted, adjustedBy, type MeasuredPeople } from './experiments/variance.ts';
export { type Uplift, upliftSchema } from './experiments/uplift.ts';
export { ordering } from './scores/weighted.ts';
