import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import styles from './Codes.module.css';
import { PersonOf } from './PersonOf.tsx';
import { type Voucher, VOUCHERS_CHANGED } from './queries.ts';

interface Switching {
  readonly id: number;
  readonly disabled: boolean;
}

/** Codes without the codes themselves: by their last signs, with what became of each. */
export function CodeTable(props: {
  readonly label: string;
  readonly batch: number;
  readonly vouchers: readonly Voucher[];
  readonly mayWrite: boolean;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { batch, mayWrite } = props;
  const send = ({ id, disabled }: Switching, headers: Readonly<Record<string, string>>) =>
    answerOf(
      api.PUT('/v1/club/vouchers/{id}/codes/{code}', {
        params: { path: { id: batch, code: id } },
        body: { disabled },
        headers,
      }),
    );
  const switching = useDeed({
    send,
    refresh: VOUCHERS_CHANGED,
    said: ({ disabled }) => t(disabled ? 'clubCodes.vouchers.codeOff' : 'clubCodes.vouchers.codeOn'),
    undo: (_, { id, disabled }, headers) => send({ id, disabled: !disabled }, headers),
  });
  return (
    <div className={spend.tableBox} role="group" tabIndex={0} aria-label={props.label}>
      <table className={spend.table}>
        <thead>
          <tr>
            <th scope="col">{t('clubCodes.vouchers.number')}</th>
            <th scope="col">{t('clubCodes.code')}</th>
            <th scope="col">{t('clubCodes.state')}</th>
            <th scope="col">{t('clubCodes.vouchers.used')}</th>
            <th scope="col">{t('clubCodes.vouchers.whose')}</th>
            <th scope="col">{t('clubCodes.lastDay')}</th>
            {mayWrite ? (
              <th scope="col">
                <span className="only-heard">{t('clubCodes.deeds')}</span>
              </th>
            ) : null}
          </tr>
        </thead>
        <tbody>
          {props.vouchers.map((voucher) => (
            <tr key={voucher.id} className={voucher.disabled ? styles.off : undefined}>
              <th scope="row" className={styles.number}>
                {speech.number(voucher.id)}
              </th>
              <td>
                <Tail tail={voucher.tail} />
              </td>
              <td>
                <span
                  className={spend.verdict}
                  {...(voucher.state === 'ready'
                    ? { 'data-good': true }
                    : voucher.state === 'disabled'
                      ? { 'data-good': false }
                      : {})}
                >
                  {t(`clubCodes.vouchers.stateOf.${voucher.state}`)}
                </span>
              </td>
              <td className={styles.number}>
                {speech.number(voucher.used)}
                {voucher.held === 0 ? null : (
                  <span className={spend.small}>
                    {t('clubCodes.vouchers.held', { shown: speech.number(voucher.held) })}
                  </span>
                )}
              </td>
              <td>
                {voucher.person === null ? t('clubCodes.anybody') : <PersonOf person={voucher.person} />}
              </td>
              <td>{voucher.validUntil === null ? '–' : speech.date(voucher.validUntil - 1, 'short')}</td>
              {mayWrite ? (
                <td>
                  <Button
                    size="small"
                    color={voucher.disabled ? 'primary' : 'error'}
                    loading={switching.input?.id === voucher.id}
                    aria-label={t(
                      voucher.disabled ? 'clubCodes.vouchers.turnOnThis' : 'clubCodes.vouchers.turnOffThis',
                      { number: speech.number(voucher.id) },
                    )}
                    onClick={() => void switching.run({ id: voucher.id, disabled: !voucher.disabled })}
                  >
                    {t(voucher.disabled ? 'clubCodes.vouchers.turnOn' : 'clubCodes.vouchers.turnOff')}
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** The last signs of a code, which say nothing of the rest. */
export function Tail({ tail }: { readonly tail: string | null }) {
  return (
    <bdi dir="ltr" className={styles.tail}>
      {tail === null ? '••••' : `…${tail}`}
    </bdi>
  );
}
