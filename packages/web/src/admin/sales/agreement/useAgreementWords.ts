import { useTranslation } from 'react-i18next';
import { dayOfAddress } from '../../../language/speech.ts';
import { useSetting } from '../../setting.ts';
import type { Agreement, AgreementListed } from './queries.ts';

type Named = Pick<AgreementListed, 'kind' | 'number' | 'state'>;

/** What agreements and what became of them are called. */
export function useAgreementWords() {
  const { t } = useTranslation();
  const { speech, today } = useSetting();
  return {
    name: ({ kind, number }: Pick<Named, 'kind' | 'number'>): string =>
      number === null
        ? t(`salesAgreement.kind.${kind}`)
        : t('salesAgreement.numbered', {
            kind: t(`salesAgreement.kind.${kind}`),
            number: speech.number(number),
          }),
    state: ({
      kind,
      state,
      validUntil,
      approval,
      cancelledAt,
      returnedAt,
    }: Named & Pick<AgreementListed, 'validUntil' | 'approval' | 'cancelledAt' | 'returnedAt'>): {
      readonly text: string;
      readonly kind: 'good' | 'bad' | 'plain';
    } => {
      if (cancelledAt !== null) return { text: t('salesAgreement.state.cancelled'), kind: 'bad' };
      if (returnedAt !== null) return { text: t('salesAgreement.state.returned'), kind: 'bad' };
      const last = validUntil === null ? null : dayOfAddress(validUntil);
      if (state === 'sent' && last !== null && last < today)
        return { text: t('salesAgreement.state.expired'), kind: 'bad' };
      if (state === 'draft' && approval !== 'none')
        return {
          text: t(`salesAgreement.state.approval_${approval}`),
          kind: approval === 'refused' ? 'bad' : approval === 'given' ? 'good' : 'plain',
        };
      const good = state === 'accepted';
      const bad = state === 'declined' || state === 'withdrawn';
      return {
        text: t(kind === 'wants' ? `salesAgreement.wantsState.${state}` : `salesAgreement.state.${state}`),
        kind: good ? 'good' : bad ? 'bad' : 'plain',
      };
    },
    event: (event: Agreement['events'][number]): string => {
      const { kind, detail } = event;
      const text = (name: string): string => {
        const value = detail[name];
        if (typeof value !== 'number') return value ?? '';
        return name === 'amount' ? speech.money(value) : speech.number(value);
      };
      return t(`salesAgreement.event.${eventOf(kind)}`, {
        reason: text('reason'),
        number: text('number'),
        order: text('order'),
        amount: text('amount'),
        method: text('method'),
        version: speech.number(event.version),
      });
    },
  };
}

const EVENTS = [
  'drafted',
  'discarded',
  'approval_asked',
  'approval_given',
  'approval_refused',
  'sent',
  'linked',
  'texted',
  'not_texted',
  'opened',
  'confirmed',
  'not_right',
  'accepted',
  'declined',
  'withdrawn',
  'ordered',
  'paid',
  'cancelled',
  'returned',
  'returned_part',
] as const;

function eventOf(kind: string): (typeof EVENTS)[number] | 'other' {
  return EVENTS.find((one) => one === kind) ?? 'other';
}
