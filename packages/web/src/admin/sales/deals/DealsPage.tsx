import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { paths } from '../../../paths.ts';
import { EmptyState } from '../../../ui/EmptyState.tsx';
import { DealsIcon } from '../../../ui/sales-icons.tsx';
import { PageHeader } from '../../../ui/PageHeader.tsx';
import { RowsSkeleton } from '../../../ui/Skeletons.tsx';
import { FailureNotice } from '../../FailureNotice.tsx';
import spend from '../../insight/spend/Spend.module.css';
import { useAddress } from '../../insight/spend/useAddress.ts';
import { Views } from '../../insight/spend/Views.tsx';
import { useSetting } from '../../setting.ts';
import { pipelinesQuery } from '../queries.ts';
import { Board } from './Board.tsx';
import { DealList } from './DealList.tsx';
import { type DealsSearch, DEAL_VIEWS, readDeals } from './deals-search.ts';
import { Filters } from './Filters.tsx';
import { NewDealDialog } from './NewDealDialog.tsx';
import { OnwardDialog } from './OnwardDialog.tsx';
import { Owners } from './Owners.tsx';
import { filtersOf, loadsQuery } from './queries.ts';
import { useBoard } from './useBoard.ts';

/** Every matter under way: as a board by steps, as a list, and by who looks after it. */
export function DealsPage() {
  const { t } = useTranslation();
  const { asking, session } = useSetting();
  const navigate = useNavigate();
  const [search, change] = useAddress(readDeals);
  const pipelines = useQuery(pipelinesQuery(asking)).data ?? [];
  const { view = 'board' } = search;
  const mayWrite = session?.scopes.includes('sales:write') === true;
  const mayManage = session?.scopes.includes('sales:manage') === true;
  return (
    <>
      <PageHeader
        title={t('salesDeals.title')}
        meaning={t('salesDeals.meaning')}
        actions={
          <>
            <Button
              variant="outlined"
              color="inherit"
              onClick={() => void navigate({ to: paths.salesPipelines })}
            >
              {t('salesDeals.pipelines.title')}
            </Button>
            {mayWrite ? (
              <Button variant="contained" onClick={() => change({ add: true })}>
                {t('salesDeals.new.deed')}
              </Button>
            ) : null}
          </>
        }
      />
      <LeftBehind view={view} onLook={() => change({ view: 'owners' })} />
      <div className={`${spend.tools} ${spend.bar} not-printed`}>
        <Views
          label={t('salesDeals.views')}
          value={view}
          views={DEAL_VIEWS.map((one) => ({ value: one, label: t(`salesDeals.viewOf.${one}`) }))}
          onChange={(one) => change({ view: one === 'board' ? undefined : one })}
        />
      </div>
      {view === 'owners' ? (
        <Owners mayManage={mayManage} />
      ) : (
        <>
          <Filters search={search} pipelines={pipelines} isList={view === 'list'} onChange={change} />
          {view === 'list' ? (
            <DealList search={search} pipelines={pipelines} />
          ) : (
            <BoardView search={search} mayWrite={mayWrite} onNew={() => change({ add: true })} />
          )}
        </>
      )}
      {search.add === true && mayWrite ? (
        <NewDealDialog
          person={search.person}
          pipeline={search.pipeline}
          onClose={() => change({ add: undefined, person: undefined })}
        />
      ) : null}
    </>
  );
}

/** Says so where somebody who no longer works here still has something open. */
function LeftBehind({ view, onLook }: { readonly view: string; readonly onLook: () => void }) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const loads = useQuery({ ...loadsQuery(asking), staleTime: 60_000 });
  const gone = (loads.data ?? []).flatMap(({ owner }) => (owner?.gone === true ? [owner.name] : []));
  if (gone.length === 0 || view === 'owners') return null;
  return (
    <Alert
      severity="warning"
      sx={{ marginBlockEnd: 2 }}
      action={
        <Button color="inherit" size="small" onClick={onLook}>
          {t('salesDeals.owners.look')}
        </Button>
      }
    >
      {t('salesDeals.owners.left', { names: gone.join(t('listSeparator')) })}
    </Alert>
  );
}

function BoardView(props: {
  readonly search: DealsSearch;
  readonly mayWrite: boolean;
  readonly onNew: () => void;
}) {
  const { t } = useTranslation();
  const { search, mayWrite } = props;
  const filters = useMemo(() => filtersOf(search), [search]);
  const board = useBoard(search.pipeline, filters);
  const { columns, pipeline, answer } = board;
  if (columns === null || pipeline === null)
    return answer.isError ? (
      <FailureNotice error={answer.error} onRetry={() => void answer.refetch()} />
    ) : (
      <RowsSkeleton rows={4} columns={5} height={150} />
    );
  const isEmpty = columns.every(({ deals }) => deals === 0);
  const isNarrowed = Object.keys(filters).length > 0;
  if (isEmpty && !board.isSettling)
    return (
      <EmptyState
        icon={<DealsIcon size={30} />}
        title={t(isNarrowed ? 'salesDeals.list.none' : 'salesDeals.board.none')}
        actions={
          props.mayWrite && !isNarrowed ? (
            <Button variant="contained" onClick={props.onNew}>
              {t('salesDeals.new.first')}
            </Button>
          ) : undefined
        }
      >
        {t(isNarrowed ? 'salesDeals.list.noneText' : 'salesDeals.board.noneText')}
      </EmptyState>
    );
  return (
    <div aria-busy={board.isSettling}>
      <Board
        pipeline={pipeline.definition}
        columns={columns}
        owners={board.owners}
        mayMove={mayWrite}
        moving={board.moving}
        onMove={(card, to) => void board.move(card, to)}
        onMore={board.more}
      />
      {board.asked === null ? null : (
        <OnwardDialog deal={board.asked.deal} way={board.asked.way} onClose={board.answered} />
      )}
    </div>
  );
}
