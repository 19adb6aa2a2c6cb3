'use client'

import { Eye, EyeOff } from 'lucide-react'
import { type ComponentProps, useState } from 'react'
import { useTranslations } from 'use-intl'
import { IconButton } from '../../ui/button.tsx'
import { TextInput } from '../../ui/field.tsx'

export function PasswordInput(props: ComponentProps<typeof TextInput>) {
  const t = useTranslations('session')
  const [visible, setVisible] = useState(false)
  return (
    <div className="relative">
      <TextInput {...props} type={visible ? 'text' : 'password'} className="pr-11" />
      <IconButton
        label={visible ? t('hidePassword') : t('showPassword')}
        onClick={() => setVisible(!visible)}
        className="absolute inset-y-0 right-0.5 my-auto"
      >
        {visible ? <EyeOff aria-hidden="true" /> : <Eye aria-hidden="true" />}
      </IconButton>
    </div>
  )
}
