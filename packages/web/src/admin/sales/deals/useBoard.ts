import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { asFailure } from '../../../failure/failure.ts';
import { answerOf, api } from '../../../api/client.ts';
import { useDeed } from '../../../api/mutations.ts';
import { useToasts } from '../../../ui/toasts.ts';
import { useSetting } from '../../setting.ts';
import { type Columns, columnsOf, moved, refreshed, withMore } from './board-state.ts';
import type { Way } from './OnwardDialog.tsx';
import {
  type Board,
  boardQuery,
  type Deal,
  type DealCard,
  type DealFilters,
  type DealOwner,
  dealQuery,
  DEALS_CHANGED,
  readMoreCards,
} from './queries.ts';
import { useDealWords } from './useDealWords.ts';

interface Moving {
  readonly id: number;
  readonly title: string;
  readonly from: string;
  readonly to: string;
  readonly revision: number;
}

/** A deal that has to answer something before it goes on. */
export interface Asked {
  readonly deal: number;
  readonly way: Way;
}

interface Shown {
  readonly board: Board;
  readonly columns: Columns;
  readonly owners: readonly DealOwner[];
}

/** The board as it is shown: read again and again, scrolled further, and with cards moved before the server has said so. */
export function useBoard(pipeline: string | undefined, filters: DealFilters) {
  const { t } = useTranslation();
  const { asking } = useSetting();
  const queries = useQueryClient();
  const toasts = useToasts();
  const words = useDealWords();
  const query = boardQuery(asking, pipeline, filters);
  const answer = useQuery(query);
  const [shown, setShown] = useState<Shown | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const name = JSON.stringify(query.queryKey);
  const [shownName, setShownName] = useState(name);
  const reading = useRef(new Set<string>());

  const { data } = answer;
  if (data !== undefined && shown?.board !== data) {
    const isSame = shown !== null && shownName === name && !answer.isPlaceholderData;
    const known = isSame ? shown.owners.filter(({ id }) => !data.owners.some((one) => one.id === id)) : [];
    setShown({
      board: data,
      columns: isSame ? refreshed(shown.columns, data) : columnsOf(data),
      owners: [...data.owners, ...known],
    });
    setShownName(name);
  }

  const readMore = useCallback(
    async (step: string, after: string) => {
      const key = `${name} ${step} ${after}`;
      const board = shown?.board;
      if (board === undefined || reading.current.has(key)) return;
      reading.current.add(key);
      try {
        const page = await readMoreCards(asking, { pipeline: board.pipeline.key, step, after, filters });
        setShown((now) => {
          if (now === null || now.board.pipeline.key !== board.pipeline.key) return now;
          const isStill = now.columns.find((column) => column.step === step)?.next === after;
          const known = page.owners.filter(({ id }) => !now.owners.some((one) => one.id === id));
          return isStill
            ? { ...now, columns: withMore(now.columns, step, page), owners: [...now.owners, ...known] }
            : now;
        });
      } catch (error) {
        toasts.failed(asFailure(error));
      } finally {
        reading.current.delete(key);
      }
    },
    [asking, filters, name, shown?.board, toasts],
  );

  const more = useCallback((step: string, after: string) => void readMore(step, after), [readMore]);

  const definition = shown?.board.pipeline.definition;
  const stepName = (key: string): string => (definition === undefined ? key : words.step(definition, key));
  const moving = useDeed({
    send: ({ id, to, revision }: Moving, headers): Promise<Deal> =>
      answerOf(
        api.POST('/v1/sales/deals/{id}/move', {
          params: { path: { id } },
          body: { to, revision },
          headers,
        }),
      ),
    refresh: DEALS_CHANGED,
    tellsFailure: true,
    optimistic: (_, { id, from, to }) => {
      const at = Date.now();
      setShown((now) => (now === null ? now : { ...now, columns: moved(now.columns, id, to, at) }));
      return () =>
        setShown((now) => (now === null ? now : { ...now, columns: moved(now.columns, id, from, at) }));
    },
    said: (deal) => t('salesDeals.onward.moved', { step: stepName(deal.step) }),
    undo: (deal, { id, from }, headers) =>
      answerOf(
        api.POST('/v1/sales/deals/{id}/move', {
          params: { path: { id } },
          body: { to: from, revision: deal.revision, reason: t('salesDeals.board.undone') },
          headers,
        }),
      ),
    changed: {
      reload: () => queries.invalidateQueries({ queryKey: ['deal-board'] }),
      versions: async (input) => {
        const now = await queries.fetchQuery({ ...dealQuery(asking, input.id), staleTime: 0 });
        const line = (step: string, amount: string, owner: string) => [
          { label: t('salesDeals.step'), text: step },
          { label: t('salesDeals.amount'), text: amount },
          { label: t('salesDeals.owner'), text: owner },
        ];
        const { amount, owner } = now.deal;
        const said = [words.amount(amount), words.owner(owner)] as const;
        return { mine: line(stepName(input.to), ...said), theirs: line(stepName(now.step), ...said) };
      },
      onTop: async (input) => {
        const now = await queries.fetchQuery({ ...dealQuery(asking, input.id), staleTime: 0 });
        return { ...input, revision: now.deal.revision };
      },
    },
  });

  /** Takes a card to another step; what is missing for it is asked for first. */
  const move = async (card: DealCard, to: string): Promise<void> => {
    if (card.step === to || definition === undefined) return;
    const target = definition.steps.find(({ key }) => key === to);
    // Over the sale it does not go by the way: what it was worth in the end is asked for.
    if (card.state === 'open' && target?.after === true) {
      setAsked({ deal: card.id, way: { to } });
      return;
    }
    const { id, title, step: from, revision } = card;
    try {
      await moving.attempt({ id, title, from, to, revision });
    } catch (error) {
      const failure = asFailure(error);
      if (failure.code === 'deal_evidence_missing') setAsked({ deal: id, way: { to } });
      else if (failure.kind !== 'changed') toasts.failed(failure);
    }
  };

  return {
    answer,
    pipeline: shown?.board.pipeline ?? null,
    columns: shown?.columns ?? null,
    owners: shown?.owners ?? [],
    isSettling: answer.isPlaceholderData,
    more,
    move,
    moving: moving.input?.id ?? null,
    asked,
    answered: () => setAsked(null),
  };
}
