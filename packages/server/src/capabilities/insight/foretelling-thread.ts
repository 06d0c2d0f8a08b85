import { type BuyersAsked, foretellBuyers } from '@nardeban/core/insight';
import { answerInThread } from '../../platform/threads/index.ts';

answerInThread((asked: BuyersAsked) => {
  const answer = foretellBuyers(asked);
  const columns = answer === null ? [] : Object.values(answer.scores);
  return { answer, columns: columns.map(({ buffer }) => buffer as ArrayBuffer) };
});
