import Button from '@mui/material/Button';
import FormControlLabel from '@mui/material/FormControlLabel';
import MenuItem from '@mui/material/MenuItem';
import Switch from '@mui/material/Switch';
import TextField from '@mui/material/TextField';
import { objectionKinds } from '@nardeban/core/sales';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PlusIcon } from '../../../ui/icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { Library } from './Library.tsx';
import { ObjectionDialog } from './ObjectionDialog.tsx';
import { TestimonialList } from './TestimonialList.tsx';
import { readObjections, TESTIMONIAL_STATES } from './words-search.ts';

/** What holds customers back with the answers to it, and what other customers say of the business. */
export function ObjectionsPage() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const [search, change] = useAddress(readObjections);
  const [isAdding, setAdding] = useState(false);
  const { view = 'library', kind, state, archived = false } = search;
  const mayWrite = session?.scopes.includes('sales:write') === true;
  return (
    <>
      <PageHeader
        title={t('salesWords.objections.title')}
        meaning={t('salesWords.objections.meaning')}
        actions={
          mayWrite && view === 'library' ? (
            <Button variant="contained" startIcon={<PlusIcon size={18} />} onClick={() => setAdding(true)}>
              {t('salesWords.objections.add')}
            </Button>
          ) : undefined
        }
      />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesWords.objections.views')}
          value={view}
          views={[
            { value: 'library', label: t('salesWords.objections.library') },
            { value: 'testimonials', label: t('salesWords.objections.testimonials') },
          ]}
          onChange={(chosen) => change({ view: chosen === 'library' ? undefined : chosen })}
        />
        {view === 'library' ? (
          <>
            <TextField
              select
              size="small"
              label={t('salesWords.objections.kindLabel')}
              value={kind ?? ''}
              onChange={(event) => change({ kind: objectionKinds.find((one) => one === event.target.value) })}
              slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
              sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
            >
              <MenuItem value="">{t('salesWords.objections.anyKind')}</MenuItem>
              {objectionKinds.map((one) => (
                <MenuItem key={one} value={one}>
                  {t(`salesWords.kind.${one}`)}
                </MenuItem>
              ))}
            </TextField>
            <FormControlLabel
              label={t('salesWords.objections.archived')}
              control={
                <Switch
                  checked={archived}
                  onChange={(event) => change({ archived: event.target.checked ? true : undefined })}
                />
              }
            />
          </>
        ) : (
          <TextField
            select
            size="small"
            label={t('salesWords.testimonials.stateLabel')}
            value={state ?? ''}
            onChange={(event) =>
              change({ state: TESTIMONIAL_STATES.find((one) => one === event.target.value) })
            }
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
          >
            <MenuItem value="">{t('salesWords.testimonials.anyState')}</MenuItem>
            {TESTIMONIAL_STATES.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`salesWords.testimonials.state.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        )}
      </div>
      {view === 'library' ? <Library kind={kind} archived={archived} /> : <TestimonialList state={state} />}
      {isAdding ? <ObjectionDialog kept={null} onClose={() => setAdding(false)} /> : null}
    </>
  );
}
