'use client'

import { X } from 'lucide-react'
import { createContext, type ReactNode, useCallback, useContext, useEffect, useMemo, useState } from 'react'
import { Button, IconButton } from './button.tsx'

export interface Toast {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

interface Shown extends Toast {
  readonly id: number
}

const ToastContext = createContext<(toast: Toast) => void>(() => undefined)

/** Says something short without taking the focus. */
export const useToast = () => useContext(ToastContext)

interface ToastsProps {
  readonly closeLabel: string
  readonly regionLabel: string
  readonly children: ReactNode
}

export function Toasts({ closeLabel, regionLabel, children }: ToastsProps) {
  const [shown, setShown] = useState<readonly Shown[]>([])
  const show = useCallback((toast: Toast) => {
    setShown((before) => [...before.slice(-2), { ...toast, id: (before.at(-1)?.id ?? 0) + 1 }])
  }, [])
  const close = useCallback((id: number) => setShown((before) => before.filter((each) => each.id !== id)), [])
  const value = useMemo(() => show, [show])
  return (
    <ToastContext value={value}>
      {children}
      <section
        aria-label={regionLabel}
        className="pointer-events-none fixed inset-x-4 bottom-20 z-50 grid justify-items-center gap-2 lg:bottom-6"
      >
        <div role="status" className="grid w-full max-w-md gap-2">
          {shown.map((toast) => (
            <ToastCard key={toast.id} toast={toast} closeLabel={closeLabel} onClose={() => close(toast.id)} />
          ))}
        </div>
      </section>
    </ToastContext>
  )
}

interface ToastCardProps {
  readonly toast: Shown
  readonly closeLabel: string
  readonly onClose: () => void
}

function ToastCard({ toast, closeLabel, onClose }: ToastCardProps) {
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(onClose, toast.action ? 12_000 : 6_000)
    return () => clearTimeout(timer)
  }, [held, onClose, toast.action])
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: holding the pointer or the focus here only stops the clock
    <div
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={() => setHeld(false)}
      onFocus={() => setHeld(true)}
      onBlur={() => setHeld(false)}
      className="pointer-events-auto flex animate-rise items-center gap-2 rounded-xl border border-line bg-raised py-2 pr-2 pl-4 text-ink shadow-float"
    >
      <span className="min-w-0 flex-1 text-sm">{toast.text}</span>
      {toast.action ? (
        <Button
          size="small"
          look="secondary"
          onClick={() => {
            toast.action?.run()
            onClose()
          }}
        >
          {toast.action.label}
        </Button>
      ) : null}
      <IconButton label={closeLabel} onClick={onClose}>
        <X aria-hidden="true" />
      </IconButton>
    </div>
  )
}
