import type { AppreciationPart } from '@nardeban/core/offers';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { moneyIn } from '../../criteria/figures.ts';
import { wholesIn } from '../../insight/spend/manners.ts';
import { TypedField } from '../../insight/spend/TypedField.tsx';
import { useSetting } from '../../setting.ts';
import styles from './Offers.module.css';

/** What is looked at for a part, and what makes it full; that number can be changed. */
export function PartMeasure(props: {
  readonly part: AppreciationPart;
  readonly mayWrite: boolean;
  readonly onChange: (part: AppreciationPart) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { data: ladders } = useQuery(laddersQuery(asking));
  const [isOpen, setOpen] = useState(false);
  const { part, onChange } = props;
  const { of } = part;
  if (of.kind === 'rung') {
    const ladder = ladders?.find(({ key }) => key === of.ladder);
    const name = `\u2068${ladder === undefined ? of.ladder : speech.words(ladder.name)}\u2069`;
    return <span className={styles.measure}>{t('clubOffers.part.rung', { ladder: name })}</span>;
  }
  if (of.kind === 'cooperation')
    return (
      <span className={styles.measure}>
        {of.signs.map((sign) => (
          <span key={sign.name.fa} style={{ display: 'block' }}>
            {t('clubOffers.part.sign', {
              sign: `\u2068${speech.words(sign.name)}\u2069`,
              weight: speech.number(sign.weight),
            })}
          </span>
        ))}
      </span>
    );
  const value = of.kind === 'on-time' ? of.least : of.full;
  const shown = of.kind === 'spent' ? speech.money(value) : speech.number(value);
  const change = (next: number | null) => {
    if (next === null) return;
    onChange({ ...part, of: of.kind === 'on-time' ? { ...of, least: next } : { ...of, full: next } });
  };
  return (
    <span className={styles.measure}>
      {t(`clubOffers.part.${of.kind}`, { full: shown })}{' '}
      {props.mayWrite && !isOpen ? (
        <Button
          size="small"
          sx={{ padding: 0, minInlineSize: 0 }}
          aria-label={t('clubOffers.part.changeThis', { name: speech.words(part.name) })}
          onClick={() => setOpen(true)}
        >
          {t('clubOffers.part.change')}
        </Button>
      ) : null}
      {isOpen ? (
        <span style={{ display: 'block', maxInlineSize: 260, marginBlockStart: 10 }}>
          <TypedField
            small
            autoFocus
            settled
            label={t(of.kind === 'on-time' ? 'clubOffers.part.least' : 'clubOffers.part.full')}
            manner={of.kind === 'spent' ? moneyIn(speech) : wholesIn(speech)}
            value={value}
            least={1}
            onChange={change}
          />
        </span>
      ) : null}
    </span>
  );
}
