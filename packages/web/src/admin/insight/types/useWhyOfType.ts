import type { CustomerType, CustomerTypes } from '@nardeban/core/insight';
import { useTranslation } from 'react-i18next';
import type { PersonScores } from '../../../api/insight-queries.ts';
import { useSetting } from '../../setting.ts';

/** The rule of a type with the business's own numbers in it, and what made somebody one of it. */
export function useWhyOfType() {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { number, share } = speech;
  return {
    rule(type: CustomerType, { rules }: CustomerTypes): string {
      switch (type) {
        case 'discount-led':
          return t('spend.types.rule.discount-led', { share: share(rules.discountFrom) });
        case 'loyal':
          return t('spend.types.rule.loyal', {
            orders: number(rules.loyalFrom),
            days: number(rules.loyalSilence),
          });
        case 'impulse':
          return t('spend.types.rule.impulse', { share: share(rules.mixedFrom) });
        case 'need-led':
          return t('spend.types.rule.need-led', { days: number(rules.needWithin) });
        default:
          return t('spend.types.rule.wandering', {
            days: number(rules.needWithin),
            share: share(rules.contactsBelow),
          });
      }
    },
    person(type: CustomerType, { orderDays, daysSinceLast, evidence }: PersonScores): string {
      const told = evidence.type;
      const orders = number(orderDays);
      const days = number(daysSinceLast);
      switch (type) {
        case 'discount-led':
          return t('spend.types.why.discount-led', {
            discounted: number(told.discounted),
            orders,
            share: share(told.discountedRate ?? 0),
          });
        case 'loyal':
          return told.usualGap === null
            ? t('spend.types.why.loyalPlain', { orders, days })
            : t('spend.types.why.loyal', { orders, days, gap: number(Math.round(told.usualGap)) });
        case 'impulse':
          return t('spend.types.why.impulse', {
            mixed: number(told.mixed),
            lines: number(told.withLines),
            share: share(told.mixedRate ?? 0),
          });
        case 'need-led':
          return t('spend.types.why.need-led', { orders, days });
        default:
          return t('spend.types.why.wandering', { orders, days, touches: number(told.touches) });
      }
    },
  };
}
