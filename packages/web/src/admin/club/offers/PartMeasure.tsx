import Button from '@mui/material/Button';
import type { AppreciationPart } from '@nardeban/core/offers';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { useSetting } from '../../setting.ts';
import styles from './Offers.module.css';
import { PartForm } from './PartForm.tsx';

/** What is looked at for a part, and what makes it full; all of it can be changed. */
export function PartMeasure(props: {
  readonly part: AppreciationPart;
  /** It was just added, and stands open. */
  readonly begun: boolean;
  readonly mayWrite: boolean;
  readonly onChange: (part: AppreciationPart) => void;
}) {
  const { t } = useTranslation();
  const { asking, speech } = useSetting();
  const { data: ladders } = useQuery(laddersQuery(asking));
  const [isOpen, setOpen] = useState(props.begun);
  const { part } = props;
  const { of } = part;
  const said = (): string[] => {
    switch (of.kind) {
      case 'rung': {
        const ladder = ladders?.find(({ key }) => key === of.ladder);
        const name = `\u2068${ladder === undefined ? of.ladder : speech.words(ladder.name)}\u2069`;
        return [t('clubOffers.part.rung', { ladder: name })];
      }
      case 'cooperation':
        return of.signs.map(({ name, weight }) =>
          t('clubOffers.part.sign', {
            sign: `\u2068${speech.words(name)}\u2069`,
            weight: speech.number(weight),
          }),
        );
      case 'on-time':
        return [t('clubOffers.part.on-time', { full: speech.number(of.least) })];
      default: {
        const full = of.kind === 'spent' ? speech.money(of.full) : speech.number(of.full);
        return [t(`clubOffers.part.${of.kind}`, { full })];
      }
    }
  };
  return (
    <div className={styles.measure}>
      {said().map((line, at) => (
        <span key={at} style={{ display: 'block' }}>
          {line}
        </span>
      ))}
      {props.mayWrite ? (
        <Button
          size="small"
          sx={{ padding: 0, minInlineSize: 0 }}
          aria-expanded={isOpen}
          aria-label={t(isOpen ? 'clubOffers.part.closeThis' : 'clubOffers.part.changeThis', {
            name: speech.words(part.name),
          })}
          onClick={() => setOpen(!isOpen)}
        >
          {t(isOpen ? 'clubOffers.part.close' : 'clubOffers.part.change')}
        </Button>
      ) : null}
      {isOpen ? <PartForm part={part} onChange={props.onChange} /> : null}
    </div>
  );
}
