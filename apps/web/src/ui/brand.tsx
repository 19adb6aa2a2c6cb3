/** The mark: a sun halfway under the horizon, and the name. */
export function Brand() {
  return (
    <span className="inline-flex items-center gap-2.5 font-semibold text-lg tracking-tight">
      <BrandMark />
      <span translate="no">{name}</span>
    </span>
  )
}

export function BrandMark() {
  return (
    <svg viewBox="0 0 28 28" className="size-7" aria-hidden="true">
      <path d="M5 17a9 9 0 0 1 18 0Z" className="fill-[oklch(0.8_0.15_70)]" />
      <path d="M2 17.75h24" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" />
      <path d="M6 21.25h16M10 24.5h8" stroke="currentColor" strokeWidth="1.5" strokeLinecap="round" opacity="0.55" />
    </svg>
  )
}

const name = 'Sundown'
