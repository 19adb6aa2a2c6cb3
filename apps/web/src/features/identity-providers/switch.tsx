import { useId } from 'react'

interface SwitchProps {
  readonly label: string
  readonly hint: string
  readonly checked: boolean
  readonly disabled: boolean
  readonly onChange: () => void
}

/** A check box that takes effect at once, with what it means under its name. */
export function Switch({ label, hint, checked, disabled, onChange }: SwitchProps) {
  const id = useId()
  return (
    <div className="flex items-start gap-3">
      <input
        id={id}
        type="checkbox"
        checked={checked}
        aria-disabled={disabled || undefined}
        onChange={() => {
          if (!disabled) onChange()
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
