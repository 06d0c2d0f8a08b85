export const LONGEST_TEMPLATE = 1000;

/** What a template may name: the person, the business, the link or code by which friends come, the page for their own words. */
export const templateWords = ['name', 'business', 'link', 'code', 'page'] as const;
export type TemplateWord = (typeof templateWords)[number];
export type TemplateValues = Readonly<Partial<Record<TemplateWord, string>>>;

/** Something a template names though there is nothing to put there: words are said before and after it as they stand. */
export interface Filled {
  readonly text: string;
  /** What it names and was not given. */
  readonly missing: readonly TemplateWord[];
}

/**
 * A template with its words put in. What was not given leaves no braces and no empty greeting behind: «{name}، » goes with
 * what parts it from the rest. Other braces stay as they are.
 */
export function fillTemplate(template: string, values: TemplateValues): Filled {
  const missing: TemplateWord[] = [];
  const text = template.replaceAll(/\{([a-z]+)\}([،,]?[ \t]*)/gu, (whole, word: string, after: string) => {
    if (!isTemplateWord(word)) return whole;
    const value = values[word]?.trim() ?? '';
    if (value !== '') return `${value}${after}`;
    missing.push(word);
    return '';
  });
  return { text: text.replaceAll(/[ \t]+([.،,:؛;!؟?])/gu, '$1').trim(), missing };
}

function isTemplateWord(word: string): word is TemplateWord {
  return (templateWords as readonly string[]).includes(word);
}
