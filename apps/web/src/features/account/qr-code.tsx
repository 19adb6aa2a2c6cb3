'use client'

import { encode } from 'uqr'

/** Dark on light in either theme: that is what cameras expect. */
export default function QrCode({ text, label }: { readonly text: string; readonly label: string }) {
  const { data, size } = encode(text, { ecc: 'M', border: 2 })
  const path = data.flatMap((row, y) => row.flatMap((dark, x) => (dark ? [`M${x} ${y}h1v1h-1z`] : []))).join('')
  return (
    <svg
      viewBox={`0 0 ${size} ${size}`}
      role="img"
      aria-label={label}
      shapeRendering="crispEdges"
      className="size-44 rounded-lg bg-[oklch(1_0_0)] text-[oklch(0.2_0.04_282)]"
    >
      <path d={path} fill="currentColor" />
    </svg>
  )
}
