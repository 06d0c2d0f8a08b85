import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../../api/answers.ts';
import { PersonPicker } from '../../person/PersonPicker.tsx';
import styles from './Memory.module.css';
import type { Whom } from './talk-form.ts';

/** Somebody the business knows, or else only a name. */
export function WhomFields(props: {
  readonly label: string;
  readonly whom: Whom;
  /** The customer, who is meant where nobody is chosen. */
  readonly customer: number;
  readonly onChange: (whom: Whom) => void;
}) {
  const { t } = useTranslation();
  const { whom, onChange } = props;
  const chosen: PersonFound | null =
    whom.person === null ? null : { ...whom.person, kind: 'person', identifiers: [] };
  return (
    <div className={styles.two}>
      <PersonPicker
        label={props.label}
        chosen={chosen}
        except={props.customer}
        onChoose={(person) =>
          onChange({ person: person === null ? null : { id: person.id, name: person.name }, name: '' })
        }
      />
      {whom.person === null ? (
        <TextField
          label={t('salesMemory.parts.name')}
          value={whom.name}
          onChange={(event) => onChange({ person: null, name: event.target.value })}
          slotProps={{ htmlInput: { maxLength: 200, dir: 'auto', autoComplete: 'off' } }}
        />
      ) : null}
    </div>
  );
}
