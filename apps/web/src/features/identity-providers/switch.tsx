'use client'

import { useEffect, useId, useState } from 'react'

interface SwitchProps {
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  /** Whether a change is on its way. */
  readonly busy: boolean
  readonly onChange: () => void
}

/** A check box that takes effect at once, with what it means under its name. */
export function Switch({ label, hint, checked, busy, onChange }: SwitchProps) {
  const id = useId()
  // What was pressed shows until the server has answered, and then what holds.
  const [wanted, setWanted] = useState<boolean | null>(null)
  useEffect(() => {
    if (!busy) setWanted(null)
  }, [busy])
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={wanted ?? checked}
        aria-disabled={busy || undefined}
        onChange={() => {
          if (busy) return
          setWanted(!checked)
          onChange()
        }}
        aria-describedby={`${id}-hint`}
        className="mt-1 size-4 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className="font-medium text-sm">
          {label}
        </label>
        <p id={`${id}-hint`} className="text-ink-faint text-sm">
          {hint}
        </p>
      </div>
    </div>
  )
}
