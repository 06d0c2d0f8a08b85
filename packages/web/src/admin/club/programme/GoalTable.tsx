import type { Programme } from '@nardeban/core/programme';
import { useTranslation } from 'react-i18next';
import spend from '../../insight/spend/Spend.module.css';
import { useSetting } from '../../setting.ts';
import type { GoalTold } from './queries.ts';
import { useProgrammeWords } from './useProgrammeWords.ts';

/** Each goal beside where things stand. */
export function GoalTable({
  programme,
  goals,
  label,
}: {
  readonly programme: Programme;
  readonly goals: readonly GoalTold[];
  readonly label: string;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const words = useProgrammeWords(programme);
  return (
    <div className={spend.tableBox} role="group" tabIndex={0} aria-label={label}>
      <table className={spend.table}>
        <thead>
          <tr>
            {(['goal', 'was', 'now', 'target', 'by', 'state'] as const).map((column) => (
              <th key={column} scope="col">
                {t(`club.goalColumn.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {goals.map(({ key, now, reached, from, target }) => {
            // A goal that was taken out of the programme since has no measure to be read in.
            const goal = programme.goals?.find((one) => one.key === key);
            if (goal === undefined) return null;
            const say = (value: number | null) => (value === null ? '–' : words.measure(goal.measure, value));
            return (
              <tr key={key}>
                <th scope="row">
                  <bdi style={{ whiteSpace: 'normal' }}>{speech.words(goal.name)}</bdi>
                  <span className={spend.small}>{t(`club.measure.${goal.measure}`)}</span>
                </th>
                <td>{say(from)}</td>
                <td>
                  <strong>{say(now)}</strong>
                </td>
                <td>{say(target)}</td>
                <td>{words.day(goal.by)}</td>
                <td>
                  <span className={spend.verdict} {...(now === null ? {} : { 'data-good': reached })}>
                    {t(
                      now === null
                        ? 'club.goalState.unknown'
                        : reached
                          ? 'club.goalState.reached'
                          : 'club.goalState.not',
                    )}
                  </span>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
