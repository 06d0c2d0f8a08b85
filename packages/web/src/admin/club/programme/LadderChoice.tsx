import type { Programme } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import { Choice } from './fields.tsx';

interface Named {
  readonly key: string;
  readonly name: Programme['name'];
}

export interface LadderNamed extends Named {
  readonly places: readonly Named[];
}

/** Of which ladder, where a business has several. */
export function LadderChoice(props: {
  readonly ladders: readonly LadderNamed[];
  readonly value: string | undefined;
  readonly onChange: (key: string) => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  if (props.ladders.length < 2 || props.value === undefined) return null;
  return (
    <Choice
      label={t('club.field.ladder')}
      value={props.value}
      options={props.ladders.map(({ key, name }) => ({ value: key, label: speech.words(name) }))}
      onChange={props.onChange}
    />
  );
}
