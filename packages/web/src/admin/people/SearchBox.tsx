import Autocomplete from '@mui/material/Autocomplete';
import InputAdornment from '@mui/material/InputAdornment';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useDeferredValue, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PersonFound } from '../../api/answers.ts';
import { searchQuery } from '../../api/queries.ts';
import { paths } from '../../paths.ts';
import { SearchIcon } from '../../ui/icons.tsx';
import { useSetting } from '../setting.ts';
import { identifierShown, PersonName } from './naming.tsx';
import styles from './SearchBox.module.css';

/** Finds people by name, number or code; Enter without a choice lists all that were found. */
export function SearchBox() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const { asking } = useSetting();
  const [typed, setTyped] = useState('');
  const search = useDeferredValue(typed.trim());
  const found = useQuery(searchQuery(asking, search));

  const choose = async (chosen: PersonFound | string | null) => {
    if (chosen === null) return;
    if (typeof chosen === 'string') {
      if (chosen.trim() !== '') await navigate({ to: paths.people, search: { search: chosen.trim() } });
      return;
    }
    setTyped('');
    await navigate({ to: paths.person, params: { person: String(chosen.id) } });
  };

  return (
    <Autocomplete<PersonFound, false, false, true>
      freeSolo
      fullWidth
      size="small"
      value={null}
      inputValue={typed}
      options={search === '' ? [] : [...(found.data ?? [])]}
      filterOptions={(options) => options}
      loading={found.isFetching}
      getOptionKey={(option) => (typeof option === 'string' ? option : option.id)}
      getOptionLabel={(option) => (typeof option === 'string' ? option : (option.name ?? ''))}
      onInputChange={(_, text, reason) => {
        if (reason !== 'reset' && reason !== 'selectOption') setTyped(text);
      }}
      onChange={(_, chosen) => void choose(chosen)}
      renderOption={({ key, ...props }, option) => (
        <li key={key} {...props}>
          <span className={styles.found}>
            <span>
              <PersonName name={option.name} id={option.id} />
            </span>
            <span className={styles.identifiers}>
              {option.identifiers.slice(0, 2).map((one) => (
                <span key={one.kind + one.value}>{identifierShown(one)}</span>
              ))}
            </span>
          </span>
        </li>
      )}
      renderInput={(params) => (
        <TextField
          {...params}
          placeholder={t('search.placeholder')}
          slotProps={{
            ...params.slotProps,
            htmlInput: { ...params.slotProps.htmlInput, 'aria-label': t('search.label'), dir: 'auto' },
            input: {
              ...params.slotProps.input,
              startAdornment: (
                <InputAdornment position="start">
                  <SearchIcon />
                </InputAdornment>
              ),
            },
          }}
        />
      )}
    />
  );
}
