import Chip from '@mui/material/Chip';

/** A chip that is taken off: by its cross, and from the keyboard as any button is. `name` says so to who hears it. */
export function RemovableChip(props: {
  readonly text: string;
  readonly name: string;
  readonly onRemove: () => void;
  readonly size?: 'small' | 'medium';
}) {
  const { text, name, onRemove, size = 'medium' } = props;
  return (
    <Chip
      size={size}
      label={<bdi>{text}</bdi>}
      aria-label={name}
      onDelete={onRemove}
      onKeyDown={({ key }) => {
        if (key === 'Enter' || key === ' ') onRemove();
      }}
      sx={{ maxWidth: '100%' }}
    />
  );
}
