/** How to put it right, per stack: what to set, how to check it, how to roll back, what may break. */
import type { Remedy } from './remedy.ts'

/** Day of this version, ISO 8601. */
export const remediesVersion = '2026-11-23'

export const remedies: readonly Remedy[] = [
  {
    id: 'windows-tls-1-2-on',
    stack: 'windows-server',
    goals: ['tls-1-2'],
    title: {
      en: 'Switch TLS 1.2 on in Schannel, for both client and server',
      da: 'Slå TLS 1.2 til i Schannel, både for klient og server',
    },
    set: `foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 1 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 0 -PropertyType DWord -Force | Out-Null
}`,
    check: `Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\*' | Select-Object PSChildName, Enabled, DisabledByDefault`,
    rollBack: `Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2' -Recurse`,
    mayBreak: {
      en: 'Nothing loses the connection; older versions stay as they are.',
      da: 'Intet mister forbindelsen, og ældre versioner forbliver, som de er.',
    },
    restart: 'machine',
    tested: false,
    source: 'Exchange TLS configuration best practices; Entra TLS page',
    sureness: 'read',
  },
  {
    id: 'windows-tls-1-0-off',
    stack: 'windows-server',
    goals: ['legacy-off'],
    title: {
      en: 'Switch TLS 1.0 and 1.1 off in Schannel, for both client and server',
      da: 'Slå TLS 1.0 og 1.1 fra i Schannel, både for klient og server',
    },
    set: `foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 0 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 1 -PropertyType DWord -Force | Out-Null
}
foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.1\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 0 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 1 -PropertyType DWord -Force | Out-Null
}`,
    check: `Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0\\*' | Select-Object PSChildName, Enabled, DisabledByDefault
Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.1\\*' | Select-Object PSChildName, Enabled, DisabledByDefault`,
    rollBack: `Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0' -Recurse
Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.1' -Recurse`,
    mayBreak: {
      en: 'Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server.',
      da: 'Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter.',
    },
    restart: 'machine',
    tested: false,
    source: 'Exchange TLS configuration best practices; ConfigMgr for the order',
    sureness: 'read',
  },
  {
    id: 'windows-ssl-off',
    stack: 'windows-server',
    goals: ['ssl-off'],
    title: { en: 'Switch SSL 2.0 and 3.0 off in Schannel', da: 'Slå SSL 2.0 og 3.0 fra i Schannel' },
    set: `foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\SSL 2.0\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 0 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 1 -PropertyType DWord -Force | Out-Null
}
foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\SSL 3.0\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 0 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 1 -PropertyType DWord -Force | Out-Null
}`,
    check: `Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\SSL 3.0\\*' | Select-Object PSChildName, Enabled, DisabledByDefault`,
    rollBack: `Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\SSL 2.0' -Recurse
Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\SSL 3.0' -Recurse`,
    mayBreak: {
      en: 'Only clients older than Windows XP SP3 depend on it.',
      da: 'Kun klienter ældre end Windows XP SP3 afhænger af det.',
    },
    restart: 'machine',
    tested: false,
    source: 'Exchange TLS configuration best practices',
    sureness: 'read',
  },
  {
    id: 'windows-weak-ciphers-off',
    stack: 'windows-server',
    goals: ['weak-suites'],
    title: {
      en: 'Switch RC4, 3DES, DES, RC2 and NULL off in Schannel',
      da: 'Slå RC4, 3DES, DES, RC2 og NULL fra i Schannel',
    },
    set: `$base = [Microsoft.Win32.Registry]::LocalMachine.CreateSubKey('SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Ciphers')
'DES 56/56','NULL','RC2 40/128','RC2 56/128','RC2 56/56','RC4 40/128','RC4 56/128','RC4 64/128','RC4 128/128','Triple DES 168' | ForEach-Object {
  $key = $base.CreateSubKey($_)
  $key.SetValue('Enabled', 0, 'DWord')
}`,
    check: `Get-TlsCipherSuite | Where-Object Name -match 'RC4|3DES|DES|NULL' | Select-Object Name`,
    rollBack: `$base = [Microsoft.Win32.Registry]::LocalMachine.OpenSubKey('SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Ciphers', $true)
$base.GetSubKeyNames() | ForEach-Object { $base.DeleteSubKey($_) }`,
    mayBreak: {
      en: 'Windows XP, Server 2003 and devices of that time lose the connection. The key names contain a slash, which is why the .NET calls are used.',
      da: 'Windows XP, Server 2003 og enheder fra den tid mister forbindelsen. Nøglenavnene indeholder en skråstreg, derfor bruges .NET-kaldene.',
    },
    restart: 'machine',
    tested: false,
    source: 'Exchange TLS configuration best practices',
    sureness: 'read',
  },
  {
    id: 'windows-suite-order',
    stack: 'windows-server',
    goals: ['suites', 'forward-secrecy'],
    title: {
      en: 'Put the ECDHE AES-GCM suites first (Server 2016 and later)',
      da: 'Sæt ECDHE-pakkerne med AES-GCM først (Server 2016 og nyere)',
    },
    set: `Enable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384 -Position 0
Enable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256 -Position 1
Enable-TlsEccCurve -Name NistP384 -Position 0
Enable-TlsEccCurve -Name NistP256 -Position 1`,
    check: `Get-TlsCipherSuite | Select-Object -First 8 Name
Get-TlsEccCurve
Get-ItemProperty 'HKLM:\\SOFTWARE\\Policies\\Microsoft\\Cryptography\\Configuration\\SSL\\00010002' -ErrorAction SilentlyContinue`,
    rollBack: `Disable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384
Disable-TlsCipherSuite -Name TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256
# then enable them again at their former position`,
    mayBreak: {
      en: 'Nothing loses the connection. Where a group policy sets the order (the last check prints it), change it there.',
      da: 'Intet mister forbindelsen. Hvis en gruppepolitik styrer rækkefølgen (den sidste kontrol viser det), skal den ændres dér.',
    },
    restart: 'none',
    tested: false,
    source: 'Exchange TLS configuration best practices',
    sureness: 'read',
  },
  {
    id: 'windows-renegotiation',
    stack: 'windows-server',
    goals: ['renegotiation'],
    title: { en: 'Allow only protected renegotiation', da: 'Tillad kun beskyttet genforhandling' },
    set: `$key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL'
New-ItemProperty $key -Name AllowInsecureRenegoClients -Value 0 -PropertyType DWord -Force
New-ItemProperty $key -Name AllowInsecureRenegoServers -Value 0 -PropertyType DWord -Force`,
    check: `Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL' | Select-Object AllowInsecureRenego*`,
    rollBack: `Remove-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL' -Name AllowInsecureRenegoClients,AllowInsecureRenegoServers`,
    mayBreak: {
      en: 'Clients without RFC 5746 (before 2010) can no longer renegotiate.',
      da: 'Klienter uden RFC 5746 (før 2010) kan ikke længere genforhandle.',
    },
    restart: 'machine',
    tested: false,
    source: 'Exchange TLS configuration best practices',
    sureness: 'read',
  },
  {
    id: 'dotnet-strong-crypto',
    stack: 'dotnet',
    goals: ['tls-1-2', 'client'],
    title: {
      en: 'Let .NET follow the operating system, in both the 64-bit and the 32-bit keys',
      da: 'Lad .NET følge operativsystemet, både i 64-bit- og 32-bit-nøglerne',
    },
    set: `$paths = 'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework'
foreach ($path in $paths) {
  foreach ($version in 'v2.0.50727', 'v4.0.30319') {
    $key = Join-Path $path $version
    New-Item $key -Force -ErrorAction SilentlyContinue | Out-Null
    New-ItemProperty $key -Name SystemDefaultTlsVersions -Value 1 -PropertyType DWord -Force | Out-Null
    New-ItemProperty $key -Name SchUseStrongCrypto -Value 1 -PropertyType DWord -Force | Out-Null
  }
}`,
    check: `'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework' | ForEach-Object {
  Get-ItemProperty "$_\\v2.0.50727", "$_\\v4.0.30319" | Select-Object PSPath, SystemDefaultTlsVersions, SchUseStrongCrypto
}`,
    rollBack: `'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework' | ForEach-Object {
  Remove-ItemProperty "$_\\v2.0.50727", "$_\\v4.0.30319" -Name SystemDefaultTlsVersions, SchUseStrongCrypto
}`,
    mayBreak: {
      en: 'Applications that name a version in their code keep it; a few that talk to servers with only TLS 1.0 stop. .NET 3.5 also needs its update (KB3154518, KB3154519 or KB3154520).',
      da: 'Programmer, der nævner en version i koden, beholder den. Enkelte, der taler med servere med kun TLS 1.0, holder op. .NET 3.5 kræver også sin opdatering (KB3154518, KB3154519 eller KB3154520).',
    },
    restart: 'machine',
    tested: false,
    source: 'Entra TLS page; .NET Framework TLS best practices',
    sureness: 'read',
  },
  {
    id: 'dotnet-app-config',
    stack: 'dotnet',
    goals: ['client'],
    title: {
      en: 'Let one application follow the operating system (app.config or web.config)',
      da: 'Lad ét program følge operativsystemet (app.config eller web.config)',
    },
    set: `<configuration>
  <runtime>
    <AppContextSwitchOverrides value="Switch.System.Net.DontEnableSystemDefaultTlsVersions=false;Switch.System.Net.DontEnableSchUseStrongCrypto=false" />
  </runtime>
</configuration>`,
    check: `Search the code for SecurityProtocol, SslProtocols and Tls; the best code names no version.`,
    rollBack: `Remove the element.`,
    mayBreak: { en: 'Only this application changes.', da: 'Kun dette program ændres.' },
    restart: 'application',
    tested: false,
    source: '.NET Framework TLS best practices',
    sureness: 'read',
  },
  {
    id: 'winhttp-default',
    stack: 'winhttp',
    goals: ['client'],
    title: {
      en: 'Let WinHTTP offer TLS 1.1 and 1.2 (Windows 7, 8, Server 2008 R2 and 2012, after KB3140245)',
      da: 'Lad WinHTTP tilbyde TLS 1.1 og 1.2 (Windows 7, 8, Server 2008 R2 og 2012, efter KB3140245)',
    },
    set: `'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp' | ForEach-Object {
  New-Item $_ -Force -ErrorAction SilentlyContinue | Out-Null
  New-ItemProperty $_ -Name DefaultSecureProtocols -Value 0xA00 -PropertyType DWord -Force | Out-Null
}`,
    check: `Get-HotFix KB3140245
Get-ItemProperty 'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp' | Select-Object DefaultSecureProtocols`,
    rollBack: `'HKLM:\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\Windows\\CurrentVersion\\Internet Settings\\WinHttp' | ForEach-Object { Remove-ItemProperty $_ -Name DefaultSecureProtocols }`,
    mayBreak: {
      en: 'Servers that know only TLS 1.0 are no longer reached by WinHTTP; 0xA80 keeps TLS 1.0 beside the others.',
      da: 'Servere, der kun kan TLS 1.0, nås ikke længere via WinHTTP. 0xA80 beholder TLS 1.0 ved siden af de andre.',
    },
    restart: 'machine',
    tested: false,
    source: 'ConfigMgr: enable TLS 1.2 on clients; TLS 1.0 and 1.1 deprecation for Office 365',
    sureness: 'read',
  },
  {
    id: 'iis-via-schannel',
    stack: 'iis',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off', 'weak-suites', 'suites'],
    title: {
      en: 'IIS has no versions of its own: Schannel decides. Server 2022 can refuse old TLS on one binding',
      da: 'IIS har ingen egne versioner: Schannel bestemmer. Server 2022 kan afvise gammel TLS på en enkelt binding',
    },
    set: `# first the steps for Windows Server; on Server 2022 one binding alone:
Import-Module IISAdministration
New-IISSiteBinding -Name 'Default Web Site' -BindingInformation '*:443:mail.example.com' -Protocol https -CertificateThumbPrint THUMBPRINT -CertStoreLocation My -SslFlag DisableLegacyTLS`,
    check: `netsh http show sslcert`,
    rollBack: `Remove-IISSiteBinding -Name 'Default Web Site' -BindingInformation '*:443:mail.example.com'`,
    mayBreak: {
      en: 'Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server.',
      da: 'Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter.',
    },
    restart: 'none',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
  {
    id: 'iis-log-tls',
    stack: 'iis',
    goals: ['find-clients'],
    title: {
      en: 'Log the version and suite of every request, to find the clients that still use TLS 1.0',
      da: 'Log version og krypteringspakke for hver forespørgsel for at finde de klienter, der stadig bruger TLS 1.0',
    },
    set: `$fields = @{ 'crypt-protocol' = 'CRYPT_PROTOCOL'; 'crypt-cipher' = 'CRYPT_CIPHER_ALG_ID'; 'crypt-hash' = 'CRYPT_HASH_ALG_ID'; 'crypt-keyexchange' = 'CRYPT_KEYEXCHANGE_ALG_ID' }
$fields.GetEnumerator() | ForEach-Object {
  Add-WebConfigurationProperty -pspath 'MACHINE/WEBROOT/APPHOST' -filter 'system.applicationHost/sites/siteDefaults/logFile/customFields' -name '.' -value @{ logFieldName = $_.Key; sourceName = $_.Value; sourceType = 'ServerVariable' }
}`,
    check: `Select-String -Path C:\\inetpub\\logs\\LogFiles\\W3SVC1\\*_x.log -Pattern '#Fields' | Select-Object -Last 1`,
    rollBack: `Clear-WebConfiguration -pspath 'MACHINE/WEBROOT/APPHOST' -filter 'system.applicationHost/sites/siteDefaults/logFile/customFields'`,
    mayBreak: {
      en: 'Log files grow; a new file with the ending _x is started.',
      da: 'Logfilerne vokser, og der startes en ny fil med endelsen _x.',
    },
    restart: 'none',
    tested: false,
    source: 'Microsoft security blog, 7 September 2017',
    sureness: 'read',
  },
  {
    id: 'exchange-tls-1-2',
    stack: 'exchange',
    goals: ['tls-1-2', 'client'],
    title: {
      en: 'Update Exchange, then switch TLS 1.2 on in Schannel and .NET, with one restart',
      da: 'Opdater Exchange, og slå derefter TLS 1.2 til i Schannel og .NET med én genstart',
    },
    set: `# smallest builds: 2010 SP3 RU19, 2013 CU19, 2016 CU8, 2019 RTM
foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 1 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 0 -PropertyType DWord -Force | Out-Null
}
$paths = 'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework'
foreach ($path in $paths) {
  foreach ($version in 'v2.0.50727', 'v4.0.30319') {
    $key = Join-Path $path $version
    New-Item $key -Force -ErrorAction SilentlyContinue | Out-Null
    New-ItemProperty $key -Name SystemDefaultTlsVersions -Value 1 -PropertyType DWord -Force | Out-Null
    New-ItemProperty $key -Name SchUseStrongCrypto -Value 1 -PropertyType DWord -Force | Out-Null
  }
}`,
    check: `Get-ExchangeServer | Format-Table Name, AdminDisplayVersion
Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\*' | Select-Object PSChildName, Enabled, DisabledByDefault
# protocol log of the receive connector: a line with SP_PROT_TLS1_2_SERVER`,
    rollBack: `Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2' -Recurse
'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework' | ForEach-Object {
  Remove-ItemProperty "$_\\v2.0.50727", "$_\\v4.0.30319" -Name SystemDefaultTlsVersions, SchUseStrongCrypto
}`,
    mayBreak: {
      en: 'Nothing loses the connection; older versions stay as they are.',
      da: 'Intet mister forbindelsen, og ældre versioner forbliver, som de er.',
    },
    restart: 'machine',
    tested: false,
    source: 'Exchange Server TLS guidance, parts 1 to 3; TLS configuration best practices',
    sureness: 'read',
  },
  {
    id: 'exchange-legacy-off',
    stack: 'exchange',
    goals: ['legacy-off'],
    title: {
      en: 'Switch TLS 1.0 and 1.1 off when no log shows them any more',
      da: 'Slå TLS 1.0 og 1.1 fra, når ingen log længere viser dem',
    },
    set: `# smallest builds: 2010 SP3 RU20, 2013 CU20, 2016 CU9
foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 0 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 1 -PropertyType DWord -Force | Out-Null
}
foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.1\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 0 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 1 -PropertyType DWord -Force | Out-Null
}`,
    check: `Get-ItemProperty 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0\\*' | Select-Object PSChildName, Enabled, DisabledByDefault
# HealthChecker must report no half-disabled version`,
    rollBack: `Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.0' -Recurse
Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.1' -Recurse`,
    mayBreak: {
      en: 'Outlook on Windows 7 without KB3140245, old printers, partner servers and load balancers. POP3 and IMAP4 log no version: use a trace before you decide.',
      da: 'Outlook på Windows 7 uden KB3140245, gamle printere, partneres servere og load balancere. POP3 og IMAP4 logger ingen version: Brug en trace, før I beslutter jer.',
    },
    restart: 'machine',
    tested: false,
    source: 'Exchange Server TLS guidance, part 3',
    sureness: 'read',
  },
  {
    id: 'adfs-wap',
    stack: 'adfs-wap',
    goals: ['tls-1-2', 'legacy-off'],
    title: {
      en: 'AD FS and Web Application Proxy follow Schannel and .NET: set both on every server of the farm, proxies first',
      da: 'AD FS og Web Application Proxy følger Schannel og .NET: Sæt begge dele på alle farmens servere, proxyerne først',
    },
    set: `foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 1 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 0 -PropertyType DWord -Force | Out-Null
}
$paths = 'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework'
foreach ($path in $paths) {
  foreach ($version in 'v2.0.50727', 'v4.0.30319') {
    $key = Join-Path $path $version
    New-Item $key -Force -ErrorAction SilentlyContinue | Out-Null
    New-ItemProperty $key -Name SystemDefaultTlsVersions -Value 1 -PropertyType DWord -Force | Out-Null
    New-ItemProperty $key -Name SchUseStrongCrypto -Value 1 -PropertyType DWord -Force | Out-Null
  }
}`,
    check: `Get-AdfsSslCertificate
Invoke-WebRequest https://sts.example.com/adfs/ls/idpinitiatedsignon.aspx -UseBasicParsing | Select-Object StatusCode`,
    rollBack: `Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2' -Recurse
'HKLM:\\SOFTWARE\\Microsoft\\.NETFramework', 'HKLM:\\SOFTWARE\\Wow6432Node\\Microsoft\\.NETFramework' | ForEach-Object {
  Remove-ItemProperty "$_\\v2.0.50727", "$_\\v4.0.30319" -Name SystemDefaultTlsVersions, SchUseStrongCrypto
}`,
    mayBreak: {
      en: 'Sign-in of every federated user passes here: change one server at a time behind the load balancer.',
      da: 'Alle fødererede brugeres login går her igennem: Skift én server ad gangen bag load balanceren.',
    },
    restart: 'machine',
    tested: false,
    source: 'Entra: Enable support for TLS 1.2',
    sureness: 'read',
  },
  {
    id: 'sql-server',
    stack: 'sql-server',
    goals: ['tls-1-2'],
    title: {
      en: 'Update SQL Server, its client libraries and Schannel: the login itself is always encrypted',
      da: 'Opdater SQL Server, klientbiblioteker og Schannel: Selve login er altid krypteret',
    },
    set: `# smallest builds: 2008 SP4 10.0.6547, 2008 R2 SP3 10.50.6542, 2012 SP4, 2014 SP2, 2016 RTM
foreach ($side in 'Client','Server') {
  $key = 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2\\' + $side
  New-Item $key -Force | Out-Null
  New-ItemProperty $key -Name Enabled -Value 1 -PropertyType DWord -Force | Out-Null
  New-ItemProperty $key -Name DisabledByDefault -Value 0 -PropertyType DWord -Force | Out-Null
}`,
    check: `SELECT @@VERSION;
SELECT encrypt_option, count(*) FROM sys.dm_exec_connections GROUP BY encrypt_option;`,
    rollBack: `Remove-Item 'HKLM:\\SYSTEM\\CurrentControlSet\\Control\\SecurityProviders\\SCHANNEL\\Protocols\\TLS 1.2' -Recurse`,
    mayBreak: {
      en: 'Database Mail needs the .NET 3.5 update. Old ODBC and Native Client libraries cannot log in once TLS 1.0 is off.',
      da: 'Database Mail kræver .NET 3.5-opdateringen. Gamle ODBC- og Native Client-biblioteker kan ikke logge ind, når TLS 1.0 er slået fra.',
    },
    restart: 'machine',
    tested: false,
    source: 'KB 3135244, 18 October 2023',
    sureness: 'read',
  },
  {
    id: 'nginx-tls',
    stack: 'nginx',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off', 'weak-suites', 'suites', 'forward-secrecy'],
    title: {
      en: 'Accept TLS 1.2 and 1.3 with suites that Microsoft 365 shares',
      da: 'Accepter TLS 1.2 og 1.3 med krypteringspakker, som Microsoft 365 deler',
    },
    set: `ssl_protocols TLSv1.2 TLSv1.3;
ssl_ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305;
ssl_prefer_server_ciphers on;
ssl_ecdh_curve X25519:prime256v1:secp384r1;
ssl_session_timeout 1d;
ssl_session_tickets off;`,
    check: `nginx -t && nginx -T | grep -E "ssl_(protocols|ciphers)"`,
    rollBack: `Put the former lines back and run: nginx -t && nginx -s reload`,
    mayBreak: {
      en: 'The default server of a listener decides the versions for all names on it. Windows 7, 8.1 and Server 2012 R2 lose the connection with an RSA certificate, because they have no ECDHE AES-GCM there. Append :ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256 while you need them. Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server.',
      da: 'Standardserveren på en listener bestemmer versionerne for alle navne på den. Windows 7, 8.1 og Server 2012 R2 mister forbindelsen med et RSA-certifikat, fordi de ikke har ECDHE med AES-GCM dér. Tilføj :ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256, så længe I har brug for dem. Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter.',
    },
    restart: 'reload',
    tested: true,
    source: 'From memory; this configuration was started and probed by the tests',
    sureness: 'memory',
  },
  {
    id: 'apache-tls',
    stack: 'apache',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off', 'weak-suites', 'suites', 'forward-secrecy'],
    title: {
      en: 'Accept TLS 1.2 and 1.3 with suites that Microsoft 365 shares',
      da: 'Accepter TLS 1.2 og 1.3 med krypteringspakker, som Microsoft 365 deler',
    },
    set: `SSLProtocol -all +TLSv1.2 +TLSv1.3
SSLCipherSuite ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
SSLHonorCipherOrder on
SSLCompression off
SSLSessionTickets off`,
    check: `apachectl configtest && apachectl -t -D DUMP_RUN_CFG`,
    rollBack: `Put the former lines back and run: apachectl configtest && apachectl graceful`,
    mayBreak: {
      en: 'Windows 7, 8.1 and Server 2012 R2 lose the connection with an RSA certificate, because they have no ECDHE AES-GCM there. Append :ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256 while you need them. Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server.',
      da: 'Windows 7, 8.1 og Server 2012 R2 mister forbindelsen med et RSA-certifikat, fordi de ikke har ECDHE med AES-GCM dér. Tilføj :ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256, så længe I har brug for dem. Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter.',
    },
    restart: 'reload',
    tested: true,
    source: 'From memory; this configuration was started and probed by the tests',
    sureness: 'memory',
  },
  {
    id: 'haproxy-tls',
    stack: 'haproxy',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off', 'weak-suites', 'suites', 'forward-secrecy'],
    title: {
      en: 'Accept TLS 1.2 and 1.3 with suites that Microsoft 365 shares',
      da: 'Accepter TLS 1.2 og 1.3 med krypteringspakker, som Microsoft 365 deler',
    },
    set: `global
    ssl-default-bind-ciphers ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
    ssl-default-bind-ciphersuites TLS_AES_256_GCM_SHA384:TLS_AES_128_GCM_SHA256:TLS_CHACHA20_POLY1305_SHA256
    ssl-default-bind-options ssl-min-ver TLSv1.2 no-tls-tickets
    ssl-default-server-options ssl-min-ver TLSv1.2`,
    check: `haproxy -c -f /etc/haproxy/haproxy.cfg`,
    rollBack: `Put the former lines back and reload the service`,
    mayBreak: {
      en: 'Windows 7, 8.1 and Server 2012 R2 lose the connection with an RSA certificate, because they have no ECDHE AES-GCM there. Append :ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256 while you need them. Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server. The last line also holds for the servers behind the proxy.',
      da: 'Windows 7, 8.1 og Server 2012 R2 mister forbindelsen med et RSA-certifikat, fordi de ikke har ECDHE med AES-GCM dér. Tilføj :ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256, så længe I har brug for dem. Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter. Den sidste linje gælder også serverne bag proxyen.',
    },
    restart: 'reload',
    tested: true,
    source: 'From memory; this configuration was started and probed by the tests',
    sureness: 'memory',
  },
  {
    id: 'postfix-tls',
    stack: 'postfix',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off', 'weak-suites', 'suites', 'forward-secrecy', 'starttls'],
    title: {
      en: 'Accept and use TLS 1.2 and later (Postfix 3.6 and later)',
      da: 'Accepter og brug TLS 1.2 og nyere (Postfix 3.6 og nyere)',
    },
    set: `smtpd_tls_security_level = may
smtpd_tls_protocols = >=TLSv1.2
smtpd_tls_mandatory_protocols = >=TLSv1.2
smtpd_tls_ciphers = medium
smtpd_tls_exclude_ciphers = aNULL, eNULL, EXPORT, DES, 3DES, RC4, MD5, PSK, SRP, CAMELLIA, SEED, kRSA
smtpd_tls_loglevel = 1
smtp_tls_protocols = >=TLSv1.2
smtp_tls_mandatory_protocols = >=TLSv1.2`,
    check: `postconf -n | grep tls_ && postfix check`,
    rollBack: `Put the former lines back and run: postfix reload`,
    mayBreak: {
      en: 'Opportunistic mail from servers with only TLS 1.0 arrives in clear text instead, or not at all where TLS is forced. Before Postfix 3.6 write !SSLv2, !SSLv3, !TLSv1, !TLSv1.1.',
      da: 'Opportunistisk mail fra servere med kun TLS 1.0 kommer i stedet i klartekst – eller slet ikke, hvor TLS er krævet. Før Postfix 3.6 skrives !SSLv2, !SSLv3, !TLSv1, !TLSv1.1.',
    },
    restart: 'reload',
    tested: true,
    source: 'From memory; this configuration was started and probed by the tests',
    sureness: 'memory',
  },
  {
    id: 'dovecot-tls',
    stack: 'dovecot',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off', 'weak-suites', 'suites', 'forward-secrecy'],
    title: {
      en: 'Accept TLS 1.2 and later for IMAP and POP3 (Dovecot 2.3 and later)',
      da: 'Accepter TLS 1.2 og nyere for IMAP og POP3 (Dovecot 2.3 og nyere)',
    },
    set: `ssl = required
ssl_min_protocol = TLSv1.2
ssl_cipher_list = ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305
ssl_prefer_server_ciphers = yes`,
    check: `doveconf -n | grep ^ssl`,
    rollBack: `Put the former lines back and run: doveadm reload`,
    mayBreak: {
      en: 'Mail programs without TLS 1.2 lose the connection: Outlook on Windows 7 without KB3140245, Android 4.3 and older. Windows 7, 8.1 and Server 2012 R2 lose the connection with an RSA certificate, because they have no ECDHE AES-GCM there. Append :ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256 while you need them. Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server.',
      da: 'Mailprogrammer uden TLS 1.2 mister forbindelsen: Outlook på Windows 7 uden KB3140245, Android 4.3 og ældre. Windows 7, 8.1 og Server 2012 R2 mister forbindelsen med et RSA-certifikat, fordi de ikke har ECDHE med AES-GCM dér. Tilføj :ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256, så længe I har brug for dem. Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter.',
    },
    restart: 'reload',
    tested: true,
    source: 'From memory; this configuration was started and probed by the tests',
    sureness: 'memory',
  },
  {
    id: 'exim-tls-gnutls',
    stack: 'exim',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off', 'weak-suites', 'suites', 'forward-secrecy', 'starttls'],
    title: {
      en: 'Accept TLS 1.2 and later, Exim built with GnuTLS (Debian)',
      da: 'Accepter TLS 1.2 og nyere, Exim bygget med GnuTLS (Debian)',
    },
    set: `tls_advertise_hosts = *
tls_require_ciphers = SECURE128:-VERS-ALL:+VERS-TLS1.3:+VERS-TLS1.2:-RSA:-DHE-RSA`,
    check: `exim -bV | grep -i gnutls && exim -bP tls_require_ciphers`,
    rollBack: `Put the former line back and restart the service.`,
    mayBreak: {
      en: 'Opportunistic mail from servers with only TLS 1.0 arrives in clear text instead. Which library Exim is built with stands in exim -bV.',
      da: 'Opportunistisk mail fra servere med kun TLS 1.0 kommer i stedet i klartekst. Hvilket bibliotek Exim er bygget med, fremgår af exim -bV.',
    },
    restart: 'service',
    tested: true,
    source: 'From memory; this configuration was started and probed by the tests',
    sureness: 'memory',
  },
  {
    id: 'exim-tls-openssl',
    stack: 'exim',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off', 'weak-suites', 'suites', 'forward-secrecy', 'starttls'],
    title: {
      en: 'Accept TLS 1.2 and later, Exim built with OpenSSL',
      da: 'Accepter TLS 1.2 og nyere, Exim bygget med OpenSSL',
    },
    set: `tls_advertise_hosts = *
openssl_options = +no_sslv2 +no_sslv3 +no_tlsv1 +no_tlsv1_1
tls_require_ciphers = ECDHE-ECDSA-AES256-GCM-SHA384:ECDHE-RSA-AES256-GCM-SHA384:ECDHE-ECDSA-AES128-GCM-SHA256:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-ECDSA-CHACHA20-POLY1305:ECDHE-RSA-CHACHA20-POLY1305`,
    check: `exim -bV | grep -i openssl && exim -bP openssl_options`,
    rollBack: `Put the former lines back and restart the service.`,
    mayBreak: {
      en: 'Opportunistic mail from servers with only TLS 1.0 arrives in clear text instead. Which library Exim is built with stands in exim -bV.',
      da: 'Opportunistisk mail fra servere med kun TLS 1.0 kommer i stedet i klartekst. Hvilket bibliotek Exim er bygget med, fremgår af exim -bV.',
    },
    restart: 'service',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
  {
    id: 'java-client',
    stack: 'java',
    goals: ['client'],
    title: {
      en: 'Let Java offer TLS 1.2 (Java 7), or update to Java 8 or later',
      da: 'Lad Java tilbyde TLS 1.2 (Java 7), eller opdater til Java 8 eller nyere',
    },
    set: `-Djdk.tls.client.protocols=TLSv1.2 -Dhttps.protocols=TLSv1.2 -Dmail.smtp.ssl.protocols=TLSv1.2`,
    check: `java -Djavax.net.debug=ssl:handshake -jar application.jar 2>&1 | grep -i "protocol version"`,
    rollBack: `Take the options away again.`,
    mayBreak: {
      en: 'Servers with only TLS 1.0 are no longer reached from this process.',
      da: 'Servere med kun TLS 1.0 nås ikke længere fra denne proces.',
    },
    restart: 'application',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
  {
    id: 'java-server',
    stack: 'java',
    goals: ['legacy-off', 'ssl-off', 'weak-suites'],
    title: { en: 'Refuse TLS 1.0 and 1.1 in the whole Java runtime', da: 'Afvis TLS 1.0 og 1.1 i hele Java-miljøet' },
    set: `# conf/security/java.security (Java 8: jre/lib/security/java.security)
jdk.tls.disabledAlgorithms=SSLv3, TLSv1, TLSv1.1, RC4, DES, 3DES_EDE_CBC, MD5withRSA, DH keySize < 2048, EC keySize < 224, anon, NULL`,
    check: `keytool -showinfo -tls`,
    rollBack: `Put the former line back.`,
    mayBreak: {
      en: 'Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server. The line replaces the one that is there: keep its other entries.',
      da: 'Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter. Linjen erstatter den nuværende: Behold dens øvrige punkter.',
    },
    restart: 'application',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
  {
    id: 'openssl-system',
    stack: 'openssl',
    goals: ['legacy-off', 'ssl-off', 'weak-suites', 'client'],
    title: {
      en: 'Refuse TLS 1.0 and 1.1 for everything that uses the system’s OpenSSL',
      da: 'Afvis TLS 1.0 og 1.1 for alt, der bruger systemets OpenSSL',
    },
    set: `# /etc/ssl/openssl.cnf
openssl_conf = default_conf
[default_conf]
ssl_conf = ssl_sect
[ssl_sect]
system_default = system_default_sect
[system_default_sect]
MinProtocol = TLSv1.2
CipherString = DEFAULT@SECLEVEL=2
# Red Hat: update-crypto-policies --set DEFAULT`,
    check: `openssl ciphers -v -s -tls1_1; openssl s_client -connect mail.example.com:443 -tls1`,
    rollBack: `Put the former section back.`,
    mayBreak: {
      en: 'Every program on the machine changes, servers and clients alike; programs with their own setting keep it.',
      da: 'Alle programmer på maskinen ændres, både servere og klienter. Programmer med egen indstilling beholder den.',
    },
    restart: 'service',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
  {
    id: 'f5-big-ip',
    stack: 'f5-big-ip',
    goals: ['legacy-off', 'ssl-off'],
    title: {
      en: 'Refuse old versions in the client SSL profile (the list replaces: state all options again)',
      da: 'Afvis gamle versioner i klient-SSL-profilen (listen erstatter: Angiv alle valg igen)',
    },
    set: `tmsh modify ltm profile client-ssl PROFILE options { dont-insert-empty-fragments no-sslv3 no-tlsv1 no-tlsv1.1 }
tmsh save sys config`,
    check: `tmsh list ltm profile client-ssl PROFILE options`,
    rollBack: `tmsh modify ltm profile client-ssl PROFILE options { dont-insert-empty-fragments }
tmsh save sys config`,
    mayBreak: {
      en: 'Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server.',
      da: 'Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter.',
    },
    restart: 'none',
    tested: false,
    source: 'Public configuration examples for the option names',
    sureness: 'third-party',
  },
  {
    id: 'f5-big-ip-suites',
    stack: 'f5-big-ip',
    goals: ['tls-1-2', 'suites', 'weak-suites', 'forward-secrecy'],
    title: {
      en: 'Accept ECDHE AES-GCM suites in the client SSL profile',
      da: 'Accepter ECDHE-pakker med AES-GCM i klient-SSL-profilen',
    },
    set: `tmsh modify ltm profile client-ssl PROFILE ciphers ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256:ECDHE-RSA-AES256-SHA384:ECDHE-RSA-AES128-SHA256
tmsh save sys config`,
    check: `tmm --clientciphers ECDHE-RSA-AES256-GCM-SHA384:ECDHE-RSA-AES128-GCM-SHA256`,
    rollBack: `tmsh modify ltm profile client-ssl PROFILE ciphers DEFAULT
tmsh save sys config`,
    mayBreak: {
      en: 'Clients with only static RSA or 3DES lose the connection.',
      da: 'Klienter med kun statisk RSA eller 3DES mister forbindelsen.',
    },
    restart: 'none',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
  {
    id: 'netscaler',
    stack: 'netscaler',
    goals: ['tls-1-2', 'legacy-off', 'ssl-off'],
    title: { en: 'Set the versions on the virtual server', da: 'Sæt versionerne på den virtuelle server' },
    set: `set ssl vserver NAME -ssl3 DISABLED -tls1 DISABLED -tls11 DISABLED -tls12 ENABLED -tls13 ENABLED
save ns config`,
    check: `show ssl vserver NAME`,
    rollBack: `set ssl vserver NAME -tls1 ENABLED -tls11 ENABLED
save ns config`,
    mayBreak: {
      en: 'Clients that offer nothing newer lose the connection: see the client simulation. Move the clients first, then the server. With the default profile enabled, set the profile instead.',
      da: 'Klienter, der ikke tilbyder noget nyere, mister forbindelsen: Se klientsimuleringen. Flyt klienterne først og serveren bagefter. Er standardprofilen slået til, så sæt profilen i stedet.',
    },
    restart: 'none',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
  {
    id: 'netscaler-suites',
    stack: 'netscaler',
    goals: ['suites', 'weak-suites', 'forward-secrecy'],
    title: {
      en: 'Bind only ECDHE AES-GCM suites to the virtual server',
      da: 'Bind kun ECDHE-pakker med AES-GCM til den virtuelle server',
    },
    set: `add ssl cipher SUNDOWN
bind ssl cipher SUNDOWN -cipherName TLS1.2-ECDHE-RSA-AES256-GCM-SHA384
bind ssl cipher SUNDOWN -cipherName TLS1.2-ECDHE-RSA-AES128-GCM-SHA256
unbind ssl vserver NAME -cipherName DEFAULT
bind ssl vserver NAME -cipherName SUNDOWN
save ns config`,
    check: `show ssl vserver NAME`,
    rollBack: `unbind ssl vserver NAME -cipherName SUNDOWN
bind ssl vserver NAME -cipherName DEFAULT
save ns config`,
    mayBreak: {
      en: 'Clients with only static RSA or CBC lose the connection. Binding suites by hand has no effect while the default SSL profile is enabled.',
      da: 'Klienter med kun statisk RSA eller CBC mister forbindelsen. Manuel binding har ingen virkning, mens standard-SSL-profilen er slået til.',
    },
    restart: 'none',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
  {
    id: 'printer',
    stack: 'printer',
    goals: ['tls-1-2', 'client', 'suites'],
    title: {
      en: 'Update the firmware; where there is none with TLS 1.2 and elliptic curves, send through a relay of your own',
      da: 'Opdater firmwaren. Findes der ingen med TLS 1.2 og elliptiske kurver, så send gennem jeres eget relay',
    },
    set: `1. Device settings, Network, Security, SSL/TLS: TLS 1.2 on, TLS 1.0 and 1.1 off.
2. SMTP: smtp.office365.com, port 587, STARTTLS. Port 465 is not supported.
3. If the device cannot: send to an own relay (Postfix, IIS SMTP or a connector by IP address) that speaks TLS 1.2 to Microsoft 365.`,
    check: `Send a test scan by e-mail; the error 421 4.7.66 means that the device still offered TLS 1.0 or 1.1.`,
    rollBack: `Put the former server and port back; smtp-legacy.office365.com needs the tenant switch AllowLegacyTLSClients and is a stopgap without an end date.`,
    mayBreak: {
      en: 'A relay must not be open to the world: allow only the devices by address.',
      da: 'Et relay må ikke være åbent for alle: Tillad kun enhederne efter adresse.',
    },
    restart: 'none',
    tested: false,
    source: 'How to set up a multifunction device; field reports of February 2025',
    sureness: 'read',
  },
  {
    id: 'exchange-online-legacy-hosts',
    stack: 'exchange-online',
    goals: ['client', 'legacy-off'],
    title: {
      en: 'Move what still uses the legacy hosts, then switch them off for the tenant',
      da: 'Flyt det, der stadig bruger legacy-værterne, og slå dem derefter fra for tenanten',
    },
    set: `# repoint first: outlook.office365.com 993/995 and smtp.office365.com 587
Set-TransportConfig -AllowLegacyTLSClients $false`,
    check: `Get-TransportConfig | Format-List AllowLegacyTLSClients`,
    rollBack: `Set-TransportConfig -AllowLegacyTLSClients $true`,
    mayBreak: {
      en: 'One switch covers POP, IMAP and SMTP: switching it off to tidy POP and IMAP also cuts scanners off smtp-legacy.',
      da: 'Ét valg dækker POP, IMAP og SMTP: Slås det fra for at rydde op i POP og IMAP, mister scannere også smtp-legacy.',
    },
    restart: 'none',
    tested: false,
    source: 'Opt in to the Exchange Online endpoint for legacy TLS; public runbook',
    sureness: 'third-party',
  },
  {
    id: 'certificate-renew',
    stack: 'any',
    goals: ['certificate'],
    title: {
      en: 'Renew the certificate, with the full chain, and reload the server',
      da: 'Forny certifikatet med den fulde kæde, og genindlæs serveren',
    },
    set: `1. Make a key (RSA 2048 bits or more; Microsoft 365 shares no ECDSA suite) and a request with every name in the subject alternative names.
2. Have it signed with SHA-256 by a CA that the peers trust.
3. Install leaf and intermediates, without the root, and reload.`,
    check: `openssl s_client -connect mail.example.com:443 -servername mail.example.com -showcerts </dev/null`,
    rollBack: `Put the former certificate and key back and reload.`,
    mayBreak: {
      en: 'Peers that pin the old certificate or key (DANE, hybrid connectors, partners) must learn the new one first.',
      da: 'Modparter, der har fastlåst det gamle certifikat eller den gamle nøgle (DANE, hybridforbindelser, partnere), skal kende det nye først.',
    },
    restart: 'reload',
    tested: false,
    source: 'From memory, verify on the product',
    sureness: 'memory',
  },
]
