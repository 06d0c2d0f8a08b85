import type { ReactNode } from 'react';

/** Line drawings of one weight, in the colour of the text around them; never read aloud. */
export function Drawing({
  children,
  size = 20,
}: {
  readonly children: ReactNode;
  readonly size?: number | undefined;
}) {
  return (
    <svg
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth={1.8}
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
      style={{ flexShrink: 0 }}
    >
      {children}
    </svg>
  );
}

export interface Sized {
  readonly size?: number;
}

export const SearchIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="11" cy="11" r="6.5" />
    <path d="m16 16 4.5 4.5" />
  </Drawing>
);

export const CalendarIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <rect x="4" y="5.5" width="16" height="14.5" rx="3" />
    <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4" />
  </Drawing>
);

export const SunIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="12" cy="12" r="4" />
    <path d="M12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M18.4 5.6 17 7M7 17l-1.4 1.4" />
  </Drawing>
);

export const MoonIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M19.5 14.5A8 8 0 0 1 9.5 4.5a8 8 0 1 0 10 10Z" />
  </Drawing>
);

export const UpIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 19V5M6 11l6-6 6 6" />
  </Drawing>
);

export const DownIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 5v14M6 13l6 6 6-6" />
  </Drawing>
);

export const MetIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="m5.5 12.5 4.5 4.5L19 7.5" />
  </Drawing>
);

export const UnmetIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M7 7l10 10M17 7 7 17" />
  </Drawing>
);

export const PinIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M9 4h6l-1 6 3 3H7l3-3-1-6ZM12 13v7" />
  </Drawing>
);

/** Points to where reading goes on: mirrored by the style sheet in right-to-left pages. */
export const OnwardIcon = ({ size }: Sized) => (
  <span className="onward" style={{ display: 'inline-flex' }}>
    <Drawing size={size}>
      <path d="m9.5 6 6 6-6 6" />
    </Drawing>
  </span>
);

export const PersonIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="12" cy="8" r="3.8" />
    <path d="M4.5 20c1-4 4-5.8 7.5-5.8s6.5 1.8 7.5 5.8" />
  </Drawing>
);

export const LadderIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M8.5 3 7 21M15.5 3 17 21M8.2 7.5h7.6M7.8 12h8.4M7.4 16.5h9.2" />
  </Drawing>
);

export const PeopleIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="9.5" cy="8.5" r="3.2" />
    <path d="M3.5 19c.7-3.4 3.2-5 6-5s5.3 1.6 6 5M15.5 5.6a3 3 0 0 1 0 5.8M17.5 14.4c1.7.8 2.7 2.3 3 4.6" />
  </Drawing>
);

export const ImportIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 4v11M7.5 10.5 12 15l4.5-4.5M4.5 19.5h15" />
  </Drawing>
);

export const ExportIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 15V4M7.5 8.5 12 4l4.5 4.5M4.5 19.5h15" />
  </Drawing>
);

export const StudioIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 7h9M17 7h3M4 12h3M11 12h9M4 17h7M15 17h5" />
    <circle cx="15" cy="7" r="2" />
    <circle cx="9" cy="12" r="2" />
    <circle cx="13" cy="17" r="2" />
  </Drawing>
);

export const SettingsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="12" cy="12" r="3" />
    <path d="M12 3.5v2.3M12 18.2v2.3M3.5 12h2.3M18.2 12h2.3M6 6l1.6 1.6M16.4 16.4 18 18M18 6l-1.6 1.6M7.6 16.4 6 18" />
    <circle cx="12" cy="12" r="6.2" />
  </Drawing>
);

export const AuditIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <rect x="5" y="4" width="14" height="16.5" rx="2.5" />
    <path d="M8.5 9h7M8.5 13h7M8.5 17h4" />
  </Drawing>
);

export const DuplicatesIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="9.5" cy="12" r="5.5" />
    <circle cx="14.5" cy="12" r="5.5" />
  </Drawing>
);

export const KeyIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="8" cy="15.5" r="4" />
    <path d="m11 12.5 8-8M16 7.5l2.5 2.5M13.5 10l2 2" />
  </Drawing>
);

export const NoteIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M5 4.5h14v10L14 20H5ZM14 20v-5.5h5M8.5 9h7M8.5 12.5h3.5" />
  </Drawing>
);

export const FileIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M6 3.5h8L18.5 8v12.5H6ZM14 3.5V8h4.5" />
  </Drawing>
);

export const UndoIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M8 5 4 9l4 4M4 9h10a5.5 5.5 0 0 1 0 11H9" />
  </Drawing>
);

export const EditIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4.5 19.5 5.5 15 15.5 5a2.1 2.1 0 0 1 3 0l.5.5a2.1 2.1 0 0 1 0 3L9 18.5Z" />
  </Drawing>
);

export const TrashIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4.5 7h15M9.5 7V4.5h5V7M6.5 7l1 13h9l1-13M10 11v5.5M14 11v5.5" />
  </Drawing>
);

export const PlusIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 5v14M5 12h14" />
  </Drawing>
);

export const ColumnsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <rect x="4" y="5" width="16" height="14" rx="2.5" />
    <path d="M9.5 5v14M14.5 5v14" />
  </Drawing>
);

export const ChartIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4.5 19.5h15M7.5 16v-5M12 16V6M16.5 16V9" />
  </Drawing>
);

export const MenuIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 7h16M4 12h16M4 17h16" />
  </Drawing>
);

/** A side of the page that can be folded away: mirrored like the page itself. */
export const SideIcon = ({ size }: Sized) => (
  <span className="onward" style={{ display: 'inline-flex' }}>
    <Drawing size={size}>
      <rect x="3.5" y="5" width="17" height="14" rx="3" />
      <path d="M9.5 5v14" />
    </Drawing>
  </span>
);

export const KeyboardIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <rect x="3" y="6" width="18" height="12" rx="2.5" />
    <path d="M7 10h.01M11 10h.01M15 10h.01M17.5 10h.01M8.5 14h7" />
  </Drawing>
);

export const GlobeIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M3.5 12h17M12 3.5c5 5 5 12 0 17M12 3.5c-5 5-5 12 0 17" />
  </Drawing>
);

export const LeaveIcon = ({ size }: Sized) => (
  <span className="onward" style={{ display: 'inline-flex' }}>
    <Drawing size={size}>
      <path d="M10 4.5H5.5v15H10M14.5 8l4 4-4 4M18 12H9.5" />
    </Drawing>
  </span>
);

export const DeviceIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <rect x="4" y="5" width="16" height="11" rx="2" />
    <path d="M9 20h6M12 16v4" />
  </Drawing>
);

export const BookIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 6.5C9.5 4.8 6.8 4.5 4 4.8v13.5c2.8-.3 5.5 0 8 1.7 2.5-1.7 5.2-2 8-1.7V4.8c-2.8-.3-5.5 0-8 1.7Zm0 0V20" />
  </Drawing>
);

export const RecentIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="12" cy="12" r="8.5" />
    <path d="M12 7.5V12l3 2" />
  </Drawing>
);

export const PrintIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M7.5 9V4h9v5M7.5 16.5H4.5V9h15v7.5h-3M7.5 14h9v6h-9Z" />
  </Drawing>
);

export const BusinessIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4.5 9.5 6 4.5h12l1.5 5M5.5 12v7.5h13V12M4.5 9.5a2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0 2.5 2.5 0 0 0 5 0" />
  </Drawing>
);

export const TagIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 5.5A1.5 1.5 0 0 1 5.5 4h5.3a2 2 0 0 1 1.4.6l7.2 7.2a2 2 0 0 1 0 2.8l-4.8 4.8a2 2 0 0 1-2.8 0l-7.2-7.2a2 2 0 0 1-.6-1.4z" />
    <circle cx="8.6" cy="8.6" r="1.1" />
  </Drawing>
);

export const HookIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="6" cy="16.5" r="2.5" />
    <circle cx="18" cy="16.5" r="2.5" />
    <circle cx="12" cy="6" r="2.5" />
    <path d="m10.8 8.2-3.6 6M8.5 16.5h7M16.8 14.2l-3.6-6" />
  </Drawing>
);

export const MorningIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 18h16M7 18a5 5 0 0 1 10 0M12 5v4M4.5 10.5 7 12.5M19.5 10.5 17 12.5" />
  </Drawing>
);

export const ValueIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 4.5 19.5 12 12 19.5 4.5 12ZM9 12h6" />
  </Drawing>
);

export const LeavingIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M13 5H6v14h7M11 12h9M16.5 8.5 20 12l-3.5 3.5" />
  </Drawing>
);

export const CohortsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4.5 5h15M4.5 10h11M4.5 15h7M4.5 20h3" />
  </Drawing>
);

export const SeasonsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 19.5h16M7 16v-5M12 16V5M17 16V9" />
  </Drawing>
);

export const ModelsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 19.5h16M4 16c5 0 5-10 8-10s3 10 8 10" />
  </Drawing>
);

export const TypesIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 4.5 15.5 10h-7ZM5 14h5.5v5.5H5Z" />
  </Drawing>
);

export const BasketIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 9.5h16l-1.8 9.5H5.8ZM8.5 9.5 11 4.5M15.5 9.5 13 4.5" />
  </Drawing>
);

export const RhythmIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M3.5 12h4l2.5-6 4 12 2.5-6h4" />
  </Drawing>
);

export const ChannelsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 20.5s6-5.6 6-10.3a6 6 0 0 0-12 0c0 4.7 6 10.3 6 10.3ZM12 8v4.5M9.8 10.2h4.4" />
  </Drawing>
);

export const CostsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M6 4.5h12v15.5l-3-2-3 2-3-2-3 2ZM9 9h6M9 13h6" />
  </Drawing>
);

export const ReturnsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 17 10 11l3.5 3.5L20 8M15.5 8H20v4.5" />
  </Drawing>
);

export const AdvisorIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M9 18h6M10 21h4M8.5 14.5a6 6 0 1 1 7 0c-.6.5-.9 1-1 1.5h-5c-.1-.5-.4-1-1-1.5Z" />
  </Drawing>
);

export const ExperimentsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M9 4h6M10 4v6L5 19a1 1 0 0 0 .9 1.5h12.2A1 1 0 0 0 19 19l-5-9V4M7.5 15h9" />
  </Drawing>
);

export const TillIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M5 11h14l1 8.5H4ZM8 11V4.5h8V11M11 7.5h2M8 15h.01M12 15h.01M16 15h.01" />
  </Drawing>
);

export const ClubIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="m12 4 2.3 4.9 5.2.7-3.8 3.7.9 5.3-4.6-2.6-4.6 2.6.9-5.3-3.8-3.7 5.2-.7Z" />
  </Drawing>
);

export const OffersIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M18 6 6 18M8 9.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3ZM16 17.5a1.5 1.5 0 1 0 0-3 1.5 1.5 0 0 0 0 3Z" />
  </Drawing>
);

export const VoucherIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 7h16v3a2 2 0 0 0 0 4v3H4v-3a2 2 0 0 0 0-4ZM14 7.5v1.5M14 11.25v1.5M14 15v1.5" />
  </Drawing>
);

export const GiftCardIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M3.5 6.5h17v11h-17ZM3.5 11h17M12 6.5v11M9 4.5c1.5 0 3 2 3 2s1.5-2 3-2" />
  </Drawing>
);

export const RewardIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M12 14a5 5 0 1 0 0-10 5 5 0 0 0 0 10ZM9 13.2 8 20l4-2 4 2-1-6.8" />
  </Drawing>
);

export const ReferralIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M7 9.5a2.5 2.5 0 1 0 0-5 2.5 2.5 0 0 0 0 5ZM3 18c0-3 1.8-5 4-5s4 2 4 5M14 8h7m0 0-2.5-2.5M21 8l-2.5 2.5M17 13v6M14 16h6" />
  </Drawing>
);
