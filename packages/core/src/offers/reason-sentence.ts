/** One reason in both languages. Figures stand as {name} or {name:kind}. */
export interface ReasonSentence {
  readonly fa: string;
  readonly en: string;
}
