import { useMemo } from 'react';
import { encode } from 'uqr';

/** A QR code drawn as one path, dark on white whatever the light: scanners want it so. */
export function Qr({ text, label }: { readonly text: string; readonly label: string }) {
  const { size, path } = useMemo(() => {
    const { data, size: cells } = encode(text, { ecc: 'M', border: 2 });
    let drawn = '';
    for (const [y, row] of data.entries())
      for (const [x, isDark] of row.entries()) if (isDark) drawn += `M${x} ${y}h1v1h-1z`;
    return { size: cells, path: drawn };
  }, [text]);
  return (
    <svg
      className="qr"
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
    >
      <rect width={size} height={size} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
