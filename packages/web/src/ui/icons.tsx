import type { ReactNode } from 'react';

/** Line drawings of one weight, in the colour of the text around them; never read aloud. */
function Drawing({
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

interface Sized {
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
    <path d="M4.5 20c1-4 4-5.8 7.5-5.8s6.500 1.800 7.500 5.800" />
  </Drawing>
);
