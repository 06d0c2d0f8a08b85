import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useTranslation } from 'react-i18next';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { AskedList } from './AskedList.tsx';
import { Embed } from './Embed.tsx';
import { FriendsBrought } from './FriendsBrought.tsx';
import { ReadyList } from './ReadyList.tsx';
import { RulePage } from './RulePage.tsx';
import { ASK_ANSWERS, readRecommendations } from './words-search.ts';

/** Whom to ask for a recommendation, who was asked, what their friends bought, and what is shown of it elsewhere. */
export function RecommendationsPage() {
  const { t } = useTranslation();
  const [search, change] = useAddress(readRecommendations);
  const { view = 'ready', answer, referrer } = search;
  return (
    <>
      <PageHeader title={t('salesWords.recommend.title')} meaning={t('salesWords.recommend.meaning')} />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesWords.recommend.views')}
          value={view}
          views={(['ready', 'asked', 'friends', 'embed', 'rule'] as const).map((value) => ({
            value,
            label: t(`salesWords.recommend.${value}`),
          }))}
          onChange={(chosen) =>
            change({ view: chosen === 'ready' ? undefined : chosen, answer: undefined, referrer: undefined })
          }
        />
        {view === 'asked' ? (
          <TextField
            select
            size="small"
            label={t('salesWords.recommend.answerLabel')}
            value={answer ?? ''}
            onChange={(event) => change({ answer: ASK_ANSWERS.find((one) => one === event.target.value) })}
            slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
            sx={{ minInlineSize: { xs: '100%', sm: 190 } }}
          >
            <MenuItem value="">{t('salesWords.recommend.anyAnswer')}</MenuItem>
            {ASK_ANSWERS.map((one) => (
              <MenuItem key={one} value={one}>
                {t(`salesWords.ask.answer.${one}`)}
              </MenuItem>
            ))}
          </TextField>
        ) : null}
      </div>
      {view === 'ready' ? <ReadyList onRule={() => change({ view: 'rule' })} /> : null}
      {view === 'asked' ? <AskedList answer={answer} /> : null}
      {view === 'friends' ? (
        <FriendsBrought
          referrer={referrer}
          onOpen={(person) => change({ referrer: person === referrer ? undefined : person })}
        />
      ) : null}
      {view === 'embed' ? <Embed /> : null}
      {view === 'rule' ? <RulePage /> : null}
    </>
  );
}
