import Autocomplete from '@mui/material/Autocomplete';
import TextField from '@mui/material/TextField';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { LeftToRight } from '../../../ui/LeftToRight.tsx';
import { useSetting } from '../../setting.ts';
import { foundQuery, type PersonFound } from './queries.ts';
import { useOfferWords } from './useOfferWords.ts';

const NOBODY: readonly PersonFound[] = [];

/** Finds somebody by name or number; the field is empty again once somebody is chosen. */
export function PersonPicker(props: {
  readonly label: string;
  readonly onChoose: (person: PersonFound) => void;
  readonly autoFocus?: boolean;
}) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const words = useOfferWords();
  const [text, setText] = useState('');
  const found = useQuery(foundQuery(asking, text));
  const people = text.trim().length > 1 ? (found.data ?? NOBODY) : NOBODY;
  return (
    <Autocomplete<PersonFound>
      value={null}
      inputValue={text}
      onInputChange={(_, typed, reason) => {
        if (reason === 'input' || reason === 'clear') setText(typed);
      }}
      onChange={(_, person) => {
        if (person === null) return;
        setText('');
        props.onChoose(person);
      }}
      options={[...people]}
      filterOptions={(all) => all}
      getOptionKey={({ id }) => id}
      getOptionLabel={words.person}
      loading={found.isFetching}
      loadingText={t('loading')}
      noOptionsText={t(text.trim().length > 1 ? 'clubOffers.people.none' : 'clubOffers.people.type')}
      blurOnSelect={false}
      renderOption={({ key: _key, ...option }, person) => (
        <li key={person.id} {...option}>
          <bdi style={{ whiteSpace: 'normal' }}>{words.person(person)}</bdi>
          <span className="soft" style={{ marginInlineStart: 10 }}>
            <LeftToRight>{person.identifiers[0]?.value ?? ''}</LeftToRight>
          </span>
        </li>
      )}
      sx={{ maxInlineSize: 420 }}
      renderInput={(field) => (
        <TextField
          {...field}
          size="small"
          label={props.label}
          autoFocus={props.autoFocus ?? false}
          slotProps={{
            ...field.slotProps,
            htmlInput: { ...field.slotProps.htmlInput, dir: 'auto', maxLength: 100 },
          }}
        />
      )}
    />
  );
}
