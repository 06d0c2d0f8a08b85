import Button from '@mui/material/Button';
import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { fieldKinds, type FormFieldKind } from '@nardeban/core/sales';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSetting } from '../../setting.ts';
import styles from './Capture.module.css';
import { FieldCard } from './FieldCard.tsx';
import { moved, newField } from './form-draft.ts';
import type { PartProps } from './part-props.ts';

const MOST_FIELDS = 30;
/** A form asks for these once. */
const ONCE: ReadonlySet<FormFieldKind> = new Set(['name', 'mobile', 'email']);

/** What is asked, in order, and what each answer becomes. */
export function FieldsPart({ form, onChange }: PartProps) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const [menu, setMenu] = useState<HTMLElement | null>(null);
  const { fields } = form;
  const left = fieldKinds.filter((kind) => !ONCE.has(kind) || !fields.some((field) => field.kind === kind));
  const add = (kind: FormFieldKind) => {
    setMenu(null);
    const label = t(`salesCapture.kindOf.${kind}`);
    // In the language of whoever lays it out; it stands for the other until somebody translates it.
    const words = { fa: '', en: '', [speech.language]: label };
    onChange({ fields: [...fields, newField(form, kind, words)] });
  };
  return (
    <section className={styles.group} aria-labelledby="form-fields">
      <h2 id="form-fields">{t('salesCapture.theFields')}</h2>
      {fields.map((field, index) => (
        <FieldCard
          key={field.key}
          field={field}
          isFirst={index === 0}
          isLast={index === fields.length - 1}
          onChange={(changed) =>
            onChange({ fields: fields.map((one, at) => (at === index ? changed : one)) })
          }
          onMove={(by) => onChange({ fields: moved(fields, index, by) })}
          onRemove={() => onChange({ fields: fields.filter((_, at) => at !== index) })}
        />
      ))}
      {fields.length >= MOST_FIELDS ? null : (
        <div>
          <Button variant="outlined" aria-haspopup="menu" onClick={(event) => setMenu(event.currentTarget)}>
            {t('salesCapture.addField')}
          </Button>
          <Menu open={menu !== null} anchorEl={menu} onClose={() => setMenu(null)}>
            {left.map((kind) => (
              <MenuItem key={kind} onClick={() => add(kind)}>
                {t(`salesCapture.kindOf.${kind}`)}
              </MenuItem>
            ))}
          </Menu>
        </div>
      )}
    </section>
  );
}
