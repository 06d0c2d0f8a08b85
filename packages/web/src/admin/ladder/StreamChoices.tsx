import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { createLink } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { type LadderSearch, paths } from '../../paths.ts';
import { useSetting } from '../setting.ts';
import type { Flow } from './crossings.ts';

const MenuLink = createLink(MenuItem);

/** The flows that pass through one arrow. */
export default function StreamChoices(props: {
  readonly ladder: string;
  readonly look: LadderSearch;
  readonly flows: readonly Flow[];
  readonly said: (flow: Flow) => string;
  readonly anchor: HTMLElement;
  readonly onClose: () => void;
}) {
  const { t } = useTranslation();
  const { speech } = useSetting();
  const { ladder, look, flows, said, anchor, onClose } = props;
  return (
    <Menu open anchorEl={anchor} onClose={onClose}>
      {flows.map((flow) => (
        <MenuLink
          key={`${flow.from} ${flow.to}`}
          to={paths.moves}
          params={{ ladder }}
          search={{ ...look, fromRung: flow.from, toRung: flow.to }}
          sx={{ gap: 3, justifyContent: 'space-between', whiteSpace: 'normal', maxInlineSize: 420 }}
        >
          <span>{said(flow)}</span>
          <strong style={{ whiteSpace: 'nowrap' }}>
            {t('ladder.flowPeople', { count: flow.people, shown: speech.number(flow.people) })}
          </strong>
        </MenuLink>
      ))}
    </Menu>
  );
}
