import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { type AppreciationPart, newAppreciationPart } from '@nardeban/core/offers';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { laddersQuery } from '../../../api/queries.ts';
import { useSetting } from '../../setting.ts';

const KINDS = ['tenure', 'rung', 'orders', 'spent', 'on-time', 'cooperation', 'referrals'] as const;
/** What a part by money begins with: fifty million of the smallest unit. */
const SPENT = 50_000_000;

/** Adds a part of the score by what it looks at. */
export function NewPart(props: {
  readonly parts: readonly AppreciationPart[];
  readonly onAdd: (part: AppreciationPart) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const [ladder] = (useQuery(laddersQuery(asking)).data ?? []).filter(({ kind }) => kind === 'ladder');
  const { parts, onAdd } = props;
  const keyOf = (kind: string): string => {
    const taken = new Set(parts.map(({ key }) => key));
    let number = 2;
    if (!taken.has(kind)) return kind;
    while (taken.has(`${kind}-${number}`)) number += 1;
    return `${kind}-${number}`;
  };
  return (
    <TextField
      select
      size="small"
      label={t('clubOffers.weights.add')}
      value=""
      onChange={(event) => {
        const kind = KINDS.find((one) => one === event.target.value);
        if (kind !== undefined)
          onAdd(newAppreciationPart(kind, { key: keyOf(kind), ladder: ladder?.key ?? '', full: SPENT }));
      }}
      sx={{ minInlineSize: { xs: '100%', sm: 280 }, marginBlockEnd: 2 }}
    >
      {KINDS.filter((kind) => kind !== 'rung' || ladder !== undefined).map((kind) => (
        <MenuItem key={kind} value={kind} sx={{ whiteSpace: 'normal' }}>
          {t(`clubOffers.partKind.${kind}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}
