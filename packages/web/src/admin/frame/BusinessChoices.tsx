import Menu from '@mui/material/Menu';
import MenuItem from '@mui/material/MenuItem';
import { useNavigate } from '@tanstack/react-router';
import type { Session } from '../../api/answers.ts';
import { paths } from '../../paths.ts';
import { MetIcon } from '../../ui/icons.tsx';
import styles from './BusinessSwitch.module.css';

/** The businesses somebody works in, by their names' alphabet. */
export default function BusinessChoices(props: {
  readonly session: Session;
  readonly language: string;
  readonly anchor: HTMLElement | null;
  readonly open: boolean;
  readonly onClose: () => void;
}) {
  const { session, language, anchor, open, onClose } = props;
  const { business } = session;
  const navigate = useNavigate();
  const collator = new Intl.Collator(language);
  const others = [...session.businesses].sort((one, other) => collator.compare(one.name, other.name));
  return (
    <Menu open={open} anchorEl={anchor} onClose={onClose}>
      {others.map((one) => (
        <MenuItem
          key={one.slug}
          selected={one.slug === business.slug}
          onClick={() => {
            onClose();
            void navigate({ to: paths.home, search: { business: one.slug } });
          }}
          sx={{ gap: 1.5, justifyContent: 'space-between', maxInlineSize: 340 }}
        >
          <bdi className={styles.name}>{one.name}</bdi>
          {one.slug === business.slug ? <MetIcon size={16} /> : null}
        </MenuItem>
      ))}
    </Menu>
  );
}
