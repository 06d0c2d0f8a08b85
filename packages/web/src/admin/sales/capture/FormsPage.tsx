import Button from '@mui/material/Button';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { CAPTURE_VIEWS, readCapture } from './capture-search.ts';
import { FormList } from './FormList.tsx';
import { Letters } from './Letters.tsx';
import { Links } from './Links.tsx';
import { Lists } from './Lists.tsx';
import { NewForm, OpenForm } from './OpenForm.tsx';
import { Sent } from './Sent.tsx';
import { Sources } from './Sources.tsx';
import { Visits } from './Visits.tsx';

/** How leads come in: forms, links for print, e-mail, lists and visits; what waits for somebody to look; and from where. */
export function FormsPage() {
  const { t } = useTranslation();
  const { session } = useSetting();
  const [{ view = 'forms', form, add, state, list }, change] = useAddress(readCapture);
  const mayManage = session?.scopes.includes('sales:manage') === true;
  const mayWrite = session?.scopes.includes('sales:write') === true;
  if (view === 'forms' && add === true && mayManage) return <NewForm />;
  if (view === 'forms' && form !== undefined)
    return <OpenForm key={form} form={form} mayManage={mayManage} />;
  return (
    <>
      <PageHeader
        title={t('navigation.salesForms')}
        meaning={t('salesCapture.meaning')}
        actions={
          mayManage && view === 'forms' ? (
            <Button variant="contained" onClick={() => change({ add: true })}>
              {t('salesCapture.newForm')}
            </Button>
          ) : undefined
        }
      />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesCapture.views')}
          value={view}
          views={CAPTURE_VIEWS.map((value) => ({ value, label: t(`salesCapture.viewOf.${value}`) }))}
          onChange={(chosen) =>
            change({
              view: chosen === 'forms' ? undefined : chosen,
              form: undefined,
              state: undefined,
              list: undefined,
            })
          }
        />
      </div>
      {view === 'forms' ? (
        <FormList mayManage={mayManage} onNew={() => change({ add: true })} />
      ) : view === 'sent' ? (
        <Sent state={state ?? 'waiting'} list={list} mayWrite={mayWrite} onChange={change} />
      ) : view === 'links' ? (
        <Links mayManage={mayManage} />
      ) : view === 'letters' ? (
        <Letters mayManage={mayManage} />
      ) : view === 'lists' ? (
        <Lists mayManage={mayManage} onSee={(id) => change({ view: 'sent', list: id, state: 'refused' })} />
      ) : view === 'visits' ? (
        <Visits mayManage={mayManage} />
      ) : (
        <Sources />
      )}
    </>
  );
}
