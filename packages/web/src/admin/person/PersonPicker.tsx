import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../api/answers.ts';
import { searchQuery } from '../../api/queries.ts';
import { identifierShown, PersonName } from '../people/naming.tsx';
import { useSetting } from '../setting.ts';

/** Chooses one person by name, number or code. */
export function PersonPicker(props: {
  readonly label: string;
  readonly chosen: PersonFound | null;
  /** Who cannot be chosen here. */
  readonly except: number;
  readonly onChoose: (person: PersonFound | null) => void;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useQuery(searchQuery(asking, search));
  const named = (person: PersonFound) => person.name ?? t('person.nameless', { number: person.id });
  return (
    <Autocomplete
      fullWidth
      value={props.chosen}
      inputValue={typed}
      options={search === '' ? [] : (found.data ?? []).filter(({ id }) => id !== props.except)}
      filterOptions={(options) => options}
      loading={found.isFetching}
      getOptionKey={(person) => person.id}
      getOptionLabel={named}
      isOptionEqualToValue={(one, other) => one.id === other.id}
      noOptionsText={search === '' ? t('dossier.picker.type') : t('dossier.picker.nobody')}
      loadingText={t('loading')}
      onInputChange={(_, text) => setTyped(text)}
      onChange={(_, person) => props.onChoose(person)}
      renderOption={({ key, ...item }, person) => (
        <li key={key} {...item}>
          <span>
            <PersonName name={person.name} id={person.id} />{' '}
            <span className="soft">
              {person.identifiers.slice(0, 1).map((one) => (
                <span key={one.kind + one.value}>{identifierShown(one)}</span>
              ))}
            </span>
          </span>
        </li>
      )}
      renderInput={(input) => <TextField {...input} label={props.label} />}
    />
  );
}
