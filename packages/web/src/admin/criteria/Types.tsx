import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import type { Vocabulary } from '@nardeban/core/facts';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../setting.ts';

const MOST_TYPES = 20;

/** Which facts: one kind or several, found by name; those the business invented stand first. */
export function Types(props: {
  readonly types: readonly string[];
  readonly vocabulary: Vocabulary;
  readonly fault?: string | undefined;
  readonly onChange: (types: readonly string[]) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { vocabulary } = props;
  const nameOf = (type: string): string => {
    const one = Object.hasOwn(vocabulary, type) ? vocabulary[type] : undefined;
    if (one === undefined) return type;
    return speech.language === 'fa' ? one.fa : one.en.many;
  };
  return (
    <Autocomplete<string, true, true>
      multiple
      disableClearable
      size="small"
      options={ordered(
        // What is archived is offered no more, and stays where it was chosen.
        Object.keys(vocabulary).filter((type) => !vocabulary[type]?.archived || props.types.includes(type)),
      )}
      groupBy={(type) => t(`criteria.room.${roomOf(type)}`)}
      getOptionLabel={nameOf}
      value={[...props.types]}
      onChange={(_, chosen) => props.onChange(chosen.slice(0, MOST_TYPES))}
      sx={{ minInlineSize: 'min(220px, 100%)', display: 'inline-flex' }}
      renderInput={(field) => (
        <TextField
          {...field}
          error={props.fault !== undefined}
          placeholder={props.types.length === 0 ? t('criteria.chooseFacts') : ''}
          slotProps={{
            ...field.slotProps,
            htmlInput: { ...field.slotProps.htmlInput, 'aria-label': t('criteria.facts') },
          }}
        />
      )}
    />
  );
}

/** The rooms of the vocabulary in the order in which people look for them. */
const ROOMS = ['own', 'orders', 'interest', 'mouth', 'service', 'sales', 'club', 'self', 'ladder'] as const;
type Room = (typeof ROOMS)[number];

const ROOM_OF: Readonly<Record<string, Room>> = {
  ad: 'interest',
  cart: 'interest',
  complaint: 'service',
  consent: 'club',
  contact: 'sales',
  content: 'interest',
  custom: 'own',
  deal: 'sales',
  demo: 'interest',
  followup: 'sales',
  lead: 'interest',
  message: 'service',
  newsletter: 'interest',
  order: 'orders',
  page: 'interest',
  person: 'self',
  points: 'club',
  price: 'interest',
  product: 'orders',
  referral: 'mouth',
  review: 'mouth',
  rung: 'ladder',
  survey: 'mouth',
  tag: 'self',
  trait: 'self',
  visit: 'interest',
  wish: 'mouth',
};

function roomOf(type: string): Room {
  if (type === 'product.viewed') return 'interest';
  if (type === 'lead.qualified' || type === 'lead.disqualified') return 'sales';
  return ROOM_OF[type.split('.')[0] ?? ''] ?? 'own';
}

function ordered(types: readonly string[]): string[] {
  return [...types].sort((one, other) => ROOMS.indexOf(roomOf(one)) - ROOMS.indexOf(roomOf(other)));
}
