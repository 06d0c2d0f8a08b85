export {
  type Ask,
  askSchema,
  type FactAsked,
  type FieldAsk,
  isField,
  type Pipeline,
  pipelineSchema,
  presentStep,
  type Step,
  stepName,
  stepsAfter,
  stepsBefore,
  stepSchema,
  type StepWords,
} from './pipeline/definition.ts';
export { type Edited, editPipeline, stepToReturnTo } from './pipeline/editing.ts';
export {
  type DealFact,
  factTypesAsked,
  fillIn,
  type Known,
  type Lack,
  type Missing,
  missingOnWay,
  openObjections,
  type Proof,
  proofsOf,
  type Standing,
  stepsLeft,
} from './pipeline/evidence.ts';
export { checkPipeline } from './pipeline/faults.ts';
export { SEVEN_STEPS, SEVEN_STEPS_KEY } from './pipeline/seven-steps.ts';
export { CONTACT_FACTS, type Stall, STALL_REASONS, stallOf, type StallReason } from './pipeline/stalling.ts';
export {
  type EngagementRule,
  type FitRule,
  isQualified,
  LEAD_QUESTIONS,
  type LeadAnswers,
  leadAnswersSchema,
  type LeadQuestion,
  type Qualification,
  qualificationSchema,
} from './qualification/definition.ts';
export {
  type Explanation,
  explainLead,
  rulesAtWork,
} from './qualification/explaining.ts';
export { qualificationFaults } from './qualification/faults.ts';
export { fieldsScored, typesScored } from './qualification/reads.ts';
export {
  type ReviewSummary,
  summariseReview,
  type Vote,
} from './qualification/reviewing.ts';
export { sayEngagementRule, sayFitRule } from './qualification/saying.ts';
export { type Score, scoreLead, type Scorer, scorerOf } from './qualification/scoring.ts';
export { SHIPPED_QUALIFICATION } from './qualification/shipped.ts';
export {
  OUTCOME_TYPES,
  QualificationTrial,
  type TrialResult,
  type TrialSettings,
} from './qualification/trial.ts';
export {
  calendarInTime,
  hoursOf,
  type WorkingCalendar,
} from './working-time/calendar.ts';
export {
  checkWorkingHours,
  defaultWorkingHours,
  workingCalendar,
  type WorkingHours,
  workingHoursSchema,
} from './working-time/hours.ts';
export { solarHolidaysOf } from './working-time/iranian-holidays.ts';
export { isClosed, type Planned, type WhenDue, whenDue } from './working-time/when-due.ts';
export {
  addWorkingDays,
  addWorkingTime,
  endOfWork,
  isWorking,
  nextWorkingDay,
  nextWorkingMoment,
  workingMinutesBetween,
} from './working-time/working-time.ts';
export { type Moved, type OrderMoney, stillOwned } from './belongs/kept.ts';
export { LONGEST_SENTENCE, sentenceToSay, SHIPPED_SENTENCE } from './belongs/sentence.ts';
export {
  type Answered,
  type BoughtTogether,
  gainOf,
  type Having,
  type LeftOut,
  type LeftOutWhy,
  pairKey,
  type PairSaid,
  suggestBeside,
  type Suggestion,
  type SuggestionAnswer,
  suggestionAnswers,
} from './belongs/suggest.ts';
export { fillsOf } from './memory/fills.ts';
export {
  type ExpectationSource,
  expectationSources,
  type NewNote,
  type NoteKind,
  noteKinds,
  type NoteParts,
  notePartsOf,
  noteSchema,
  type Purpose,
  purposes,
} from './memory/note.ts';
export {
  type BuyingRole,
  buyingRoles,
  customerKindOf,
  isConsumerApart,
  type OpenQuestion,
  openQuestions,
  type PartPlayed,
  QUESTIONS,
} from './memory/part.ts';
export {
  brokenFrom,
  GRACE_DAYS,
  lookAtPromise,
  overdueFrom,
  type PromiseSide,
  promiseSides,
  type PromiseState,
  promiseStates,
} from './memory/promise.ts';
export { type Rate, rateOf } from './rate.ts';
export {
  type AgreementDocument,
  agreementDocumentSchema,
  documentText,
  type Letterhead,
  letterheadSchema,
  type QuotationDocument,
  type WantsDocument,
} from './agreement/document.ts';
export {
  type Pasted,
  type PastedLine,
  quantityText,
  readPastedLines,
  readQuantity,
} from './agreement/pasted.ts';
export { type AfterSale, afterSale, guaranteeEnd } from './agreement/promises.ts';
export {
  MOST_AMOUNT,
  MOST_QUOTATION_LINES,
  PIECE,
  type Quotation,
  type QuotationLine,
  quotationLineSchema,
  quotationSchema,
  type Reduction,
  reductionSchema,
} from './agreement/quotation.ts';
export { type AgreedReturn, agreedReturn, type Back } from './agreement/returning.ts';
export { type AgreementShown, shownAs, type VersionState, versionStates } from './agreement/standing.ts';
export {
  type LineTotals,
  quotationTotals,
  type QuotationTotals,
  type TaxOfRate,
} from './agreement/totals.ts';
export {
  areConfirmed,
  type Wants,
  type WantsAnswer,
  wantsAnswerSchema,
  wantsSchema,
} from './agreement/wants.ts';
export { type Agreed, type Answers, readAnswers, writtenIn, type Written } from './capture/answers.ts';
export { checkForm } from './capture/checking.ts';
export { type Form, type FormConsent, type FormField, formSchema } from './capture/definition.ts';
export { firstForm } from './capture/first-form.ts';
export {
  type Becoming,
  becomings,
  fieldKinds,
  type FormFieldKind,
  mayBecome,
  TRAP,
} from './capture/kinds.ts';
export { type Doubt, doubts, doubtsOf } from './capture/doubt.ts';
export { hostOf, type LeadOrigin, originOf, type OriginSeen } from './capture/origin.ts';
export {
  checkSheet,
  isSheetColumn,
  plainColumns,
  proposeSheet,
  readSheetLine,
  type SheetColumn,
  type SheetLead,
} from './capture/sheet.ts';
export {
  ALL_OUTCOMES,
  contactOf,
  FOLLOW_UP_KINDS,
  FOLLOW_UP_ORIGINS,
  FOLLOW_UP_STATES,
  type FollowUpKind,
  type FollowUpOrigin,
  type FollowUpState,
  isAgreedAsARule,
  isOutcome,
  type Outcome,
  OUTCOMES,
} from './follow-up/follow-up.ts';
export {
  type AnswerCounts,
  type AnswerRate,
  answerRate,
  type Comparison,
  LEAST_DECIDED,
  type ObjectionCounts,
  objectionRate,
} from './objections/answer-rates.ts';
export {
  answerWordsSchema,
  LONGEST_ANSWER,
  MOST_PRODUCTS,
  type ObjectionKind,
  objectionKinds,
  type ObjectionWords,
  objectionWordsSchema,
  type RaiseState,
  raiseStates,
} from './objections/objection.ts';
export { type StarterObjection, starterObjections } from './objections/starter.ts';
export { broughtBy, type Brought, type BroughtFact } from './recommendation/brought.ts';
export {
  alike,
  type Alike,
  type Likeness,
  type LikenessKind,
  type Profile,
} from './recommendation/likeness.ts';
export { PERMISSION_VERSION, permissionWording } from './recommendation/permission.ts';
export { type Readiness, readinessBy } from './recommendation/readiness.ts';
export {
  askChannels,
  type AskChannel,
  askCriteria,
  askGuards,
  type AskGuard,
  type AskRule,
  askRuleSchema,
  type AskTemplate,
  defaultAskRule,
  guardsOf,
} from './recommendation/rule.ts';
export {
  type ContentSign,
  type SignSeen,
  type Strength,
  strengthOf,
  strengthTypes,
} from './recommendation/strength.ts';
export {
  type Filled,
  fillTemplate,
  LONGEST_TEMPLATE,
  type TemplateValues,
  type TemplateWord,
  templateWords,
} from './recommendation/template.ts';
export {
  backTest,
  type BackTest,
  BANDS,
  baseChance,
  chanceOf,
  type ChanceModel,
  chanceWithin,
  type DealChance,
  FEWEST_DECIDED,
  FEWEST_OF_EACH,
  FEWEST_TESTED,
  type Forecast,
  forecast,
  learnChances,
  type PastDeal,
  standingAt,
} from './numbers/index.ts';
export {
  type Cadence,
  cadenceSchema,
  checkCadence,
  STARTS,
  STOP_FACTS,
  stopAmong,
  STOPS,
  textOfTouch,
  timeOfTouch,
  type Touch,
  TOUCH_KINDS,
} from './cadence/cadence.ts';
export { CADENCE_PRESETS } from './cadence/presets.ts';
export { type Matter, type Ranked, rankToday, type Reason, riskOf } from './today/today.ts';
export { shownText } from './shown-text.ts';
