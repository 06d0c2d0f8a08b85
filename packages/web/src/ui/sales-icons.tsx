import { Drawing, type Sized } from './icons.tsx';

export const SalesTodayIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <rect x="4" y="5.5" width="16" height="14.5" rx="3" />
    <path d="M4 10h16M8.5 3.5v4M15.5 3.5v4m-6.5 7.5 2 2 4-4" />
  </Drawing>
);

export const LeadsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 5h16l-6 7.5V19l-4-2v-4.5z" />
  </Drawing>
);

export const DealsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <rect x="4" y="4.5" width="4.5" height="15" rx="1.5" />
    <rect x="9.8" y="4.5" width="4.5" height="10" rx="1.5" />
    <rect x="15.5" y="4.5" width="4.5" height="6" rx="1.5" />
  </Drawing>
);

export const ObjectionsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M5 5h14a2 2 0 0 1 2 2v7a2 2 0 0 1-2 2h-6l-4 4v-4H5a2 2 0 0 1-2-2V7a2 2 0 0 1 2-2Z" />
    <path d="M10 9a2 2 0 1 1 2.6 1.9c-.4.15-.6.45-.6.9M12 13.6v.05" />
  </Drawing>
);

export const RecommendIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="8" cy="8.5" r="3" />
    <path d="M2.5 19c.6-3.3 2.7-5 5.5-5s4.9 1.7 5.5 5M15 12h6m-2.5-3 3 3-3 3" />
  </Drawing>
);

export const FormsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <rect x="4.5" y="3.5" width="15" height="17" rx="2.5" />
    <path d="M8 8h8M8 12h8M8 16h4" />
  </Drawing>
);

export const SalesReportsIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <path d="M4 20h16M6.5 16v-3M11 16V9M15.5 16v-5M20 16V5" />
  </Drawing>
);

export const PipelinesIcon = ({ size }: Sized) => (
  <Drawing size={size}>
    <circle cx="5" cy="12" r="2" />
    <circle cx="12" cy="12" r="2" />
    <circle cx="19" cy="12" r="2" />
    <path d="M7 12h3M14 12h3" />
  </Drawing>
);
