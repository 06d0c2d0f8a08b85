import { type BuyersAsked, foretellBuyers } from '@nardeban/core/insight/foretelling';
import { answerInThread } from '../../platform/threads/index.ts';

answerInThread((asked: BuyersAsked) => {
  const answer = foretellBuyers(asked);
  if (answer === null) return { answer, columns: [] };
  const { short, year, ...figures } = answer.scores;
  const columns = [figures, short, year].flatMap((some) => Object.values(some));
  return { answer, columns: columns.map(({ buffer }) => buffer as ArrayBuffer) };
});
