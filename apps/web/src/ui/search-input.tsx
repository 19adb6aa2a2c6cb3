'use client'

import { Search, X } from 'lucide-react'
import { useEffect, useEffectEvent, useState } from 'react'
import { IconButton } from './button.tsx'
import { TextInput } from './field.tsx'

interface SearchInputProps {
  readonly value: string
  readonly onChange: (value: string) => void
  readonly label: string
  readonly placeholder: string
  readonly clearLabel: string
}

/** Searches a moment after the last letter; Escape empties it. */
export function SearchInput({ value, onChange, label, placeholder, clearLabel }: SearchInputProps) {
  const [typed, setTyped] = useState(value)
  const [settled, setSettled] = useState(value)
  if (value !== settled) {
    setSettled(value)
    setTyped(value)
  }
  const settle = useEffectEvent((text: string) => {
    if (text === settled) return
    setSettled(text)
    onChange(text)
  })
  useEffect(() => {
    const timer = setTimeout(() => settle(typed.trim()), 250)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <div className="relative min-w-0">
      <Search
        className="pointer-events-none absolute inset-y-0 left-3 my-auto size-4.5 text-ink-faint"
        aria-hidden="true"
      />
      <TextInput
        type="search"
        aria-label={label}
        placeholder={placeholder}
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
        onKeyDown={({ key }) => {
          if (key === 'Escape') setTyped('')
        }}
        className="pr-10 pl-10 [&::-webkit-search-cancel-button]:hidden"
      />
      {typed ? (
        <IconButton label={clearLabel} onClick={() => setTyped('')} className="absolute inset-y-0 right-0.5 my-auto">
          <X aria-hidden="true" />
        </IconButton>
      ) : null}
    </div>
  )
}
