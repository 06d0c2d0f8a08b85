import { type Qualification, sayEngagementRule, sayFitRule } from '@nardeban/core/sales';
import { sayCriteria } from '@nardeban/core/criteria';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { components } from '../../../api/generated.ts';
import { inDigits } from '../../../language/digits.ts';
import { useTelling } from '../../people/telling.ts';
import { useSetting } from '../../setting.ts';
import { colleaguesQuery } from '../queries.ts';
import { type Lead, qualificationQuery } from './queries.ts';
import { signedPoints } from './signed-points.ts';

export type { Qualification };
type Owner = components['schemas']['DealOwner'];

/** How leads are spoken of: whose they are, why they are where they are, and until when sales is to answer. */
export function useLeadWords(owners: readonly Owner[] = [], of?: Qualification) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const telling = useTelling();
  const inForce = useQuery({ ...qualificationQuery(asking), enabled: of === undefined });
  const { colleagues = [], me = null } = useQuery(colleaguesQuery(asking)).data ?? {};
  const definition = of ?? inForce.data?.inForce.definition;
  const names = new Map<string, string>(owners.map(({ id, name }) => [id, name]));
  for (const { id, name } of colleagues) names.set(id, name);
  const said = (text: string): string => inDigits(text, speech.language);

  const fitRule = (key: string) => definition?.fit.rules.find((rule) => rule.key === key);
  const engagementRule = (key: string) => definition?.engagement.rules.find((rule) => rule.key === key);
  const hand = (key: string) => definition?.hands.find((one) => one.key === key);
  const ruleName = (key: string): string => {
    const named = fitRule(key) ?? engagementRule(key) ?? hand(key);
    if (named === undefined) return t('salesLeads.ruleGone');
    if (named.name !== undefined) return speech.words(named.name);
    if ('when' in named) return said(sayCriteria(named.when, telling));
    const types = typeof named.of === 'string' ? [named.of] : named.of;
    return types
      .map((type) => {
        const word = telling.vocabulary[type];
        return word === undefined ? type : speech.language === 'fa' ? word.fa : word.en.many;
      })
      .join(t('listSeparator'));
  };

  return {
    colleagues,
    me,
    definition,
    ruleName,
    /** The whole of what a rule asks for and brings. */
    ruleSentence: (key: string): string => {
      const fit = fitRule(key);
      if (fit !== undefined) return said(sayFitRule(fit, telling));
      const engagement = engagementRule(key);
      return engagement === undefined ? '' : said(sayEngagementRule(engagement, telling));
    },
    owner: (id: string | null): string =>
      id === null ? t('salesLeads.nobody') : (names.get(id) ?? t('salesLeads.someone')),
    reason: (key: string | null): string =>
      key === null
        ? ''
        : key === 'bought' || key === 'deal' || key === 'staff'
          ? t(`salesLeads.closedFor.${key}`)
          : (() => {
              const found = definition?.reasons.find((one) => one.key === key);
              return found === undefined ? key : speech.words(found.name);
            })(),
    /** Why it scores as it does, in a few words; empty where nothing is known. */
    because: ({ because }: Pick<Lead, 'because'>): string =>
      because
        .map(({ key, points }) =>
          points === null
            ? ruleName(key)
            : t('salesLeads.ruleWithPoints', {
                rule: ruleName(key),
                points: signedPoints(points, speech.number),
              }),
        )
        .join(t('listSeparator')),
    signed: (points: number): string => signedPoints(points, speech.number),
    moment: (at: number): string => `${speech.dayInYear(at)} ${speech.time(at)}`,
    next: (next: Lead['next']): string | null =>
      next === null
        ? null
        : `${next.wholeDay ? speech.dayInYear(next.dueAt) : `${speech.dayInYear(next.dueAt)} ${speech.time(next.dueAt)}`} · ${next.about}`,
  };
}
export type LeadWords = ReturnType<typeof useLeadWords>;
