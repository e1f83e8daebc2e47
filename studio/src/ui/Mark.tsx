const rays = [
  [12.2, 9.4, 8.8, 3.5, 0.16],
  [15.6, 8.4, 15.2, 1.6, 0.24],
  [19.1, 9.1, 21.9, 2.8, 0.33],
  [21.9, 11.2, 27.2, 6.9, 0.41],
  [23.4, 14.4, 30.1, 13, 0.5],
  [23.3, 18, 29.9, 19.7, 0.58],
  [21.6, 21.1, 26.7, 25.6, 0.66],
  [18.7, 23.1, 21.2, 29.4, 0.75],
  [15.2, 23.6, 14.5, 30.3, 0.83],
  [11.9, 22.4, 8.2, 28.1, 0.92],
  [9.4, 19.8, 3.5, 23.2, 1],
] as const;

/** The shutter of rays that stands for Kinora. */
export function Mark({ size = 30 }: { size?: number }) {
  return (
    <svg viewBox="0 0 32 32" width={size} height={size} role="img" aria-label="Kinora" className="text-mark">
      <g stroke="currentColor" strokeWidth={2.2} strokeLinecap="round">
        {rays.map(([x1, y1, x2, y2, opacity]) => (
          <line key={opacity} x1={x1} y1={y1} x2={x2} y2={y2} opacity={opacity} />
        ))}
        <circle cx={16} cy={16} r={2.6} fill="currentColor" stroke="none" />
      </g>
    </svg>
  );
}
