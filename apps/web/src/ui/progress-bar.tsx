interface ProgressBarProps {
  readonly label: string
  /** 0 to 100. */
  readonly percent: number
}

export function ProgressBar({ label, percent }: ProgressBarProps) {
  const width = Math.min(100, Math.max(0, percent))
  return (
    <svg
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={width}
      viewBox="0 0 100 4"
      preserveAspectRatio="none"
      className="h-1.5 w-full overflow-hidden rounded-full bg-unknown-soft"
    >
      <rect width={width} height="4" className="fill-sun transition-[width] duration-300" />
    </svg>
  )
}
