#Requires -Version 5.1
<#
.SYNOPSIS
Sets up the xl_vsm worksheet functions for you on this Windows PC. No administrator is needed.

.DESCRIPTION
Finds a Python (3.11 to 3.14) and hands over to set_up.py beside this file, which makes a private
Python environment below %LOCALAPPDATA%\xl_vsm, puts the add-in into Excel's start folder, and writes
one line into .xlwings\xlwings.conf in your user folder. Run it again to update or to mend.

If Windows does not let scripts run:
    powershell -ExecutionPolicy Bypass -File install.ps1
or, with no PowerShell at all:
    py install\finance-pc\set_up.py

Exit codes: 0 done; 1 set up, and the check at the end found something wrong; 2 wrong usage;
3 this Python will not do; 4 the settings name another Python; 5 close Excel first; 6 packages could
not be had; 7 a file is missing or damaged; 8 not Windows; 10 no Python was found.

.PARAMETER Wheelhouse
A folder of packages made with wheelhouse.py, for a PC that has no way to the internet.

.PARAMETER Digest
The digest that wheelhouse.py printed when the folder was filled. With another one nothing is done.

.PARAMETER Python
The python.exe to use, if the one that is found is not the one you want.

.PARAMETER ReplaceInterpreter
Go on even if the settings of xlwings name another Python. The old line comes back with -Uninstall.

.PARAMETER Uninstall
Removes what was set up, and nothing else.

.EXAMPLE
.\install.ps1 -WhatIf
Shows what would be done, and changes nothing.
#>
[CmdletBinding(SupportsShouldProcess)]
param(
    [string] $Wheelhouse,
    [string] $Digest,
    [string] $Python,
    [switch] $ReplaceInterpreter,
    [switch] $Uninstall
)

Set-StrictMode -Version 2.0
$ErrorActionPreference = 'Stop'

$NoPython = 10
$Wanted = @('3.13', '3.12', '3.14', '3.11')
$Probe = 'import sys; sys.exit(0 if (3, 11) <= sys.version_info[:2] <= (3, 14) else 1)'

# Python's install manager would otherwise fetch a version that is asked for and not there.
$env:PYTHON_MANAGER_AUTOMATIC_INSTALL = 'false'

function Test-Python {
    # Says whether a program is a Python of a version that will do. The alias of the Microsoft Store
    # is called python.exe too; it runs nothing and fails here.
    param([string] $Program, [string[]] $Before = @())

    # Windows PowerShell 5.1 takes what a program writes to its error output for a fault of its own.
    $ErrorActionPreference = 'Continue'
    try {
        & $Program @Before -I -c $Probe > $null 2> $null
        return ($LASTEXITCODE -eq 0)
    } catch {
        return $false
    }
}

function Get-Launched {
    # Asks the py launcher, which knows every Python that python.org's installer put here.
    $launcher = Get-Command -Name 'py.exe' -CommandType Application -ErrorAction SilentlyContinue |
        Select-Object -First 1
    if ($null -eq $launcher) { return }
    foreach ($version in $Wanted) {
        if (Test-Python -Program $launcher.Source -Before @("-$version")) {
            & $launcher.Source "-$version" -I -c 'import sys; print(sys.executable)'
        }
    }
}

function Get-Registered {
    # Reads where installers wrote down each Python, for this person first.
    foreach ($hive in @('HKCU:', 'HKLM:')) {
        foreach ($version in $Wanted) {
            $key = "$hive\Software\Python\PythonCore\$version\InstallPath"
            if (-not (Test-Path -LiteralPath $key)) { continue }
            $values = Get-ItemProperty -LiteralPath $key
            if ($values.PSObject.Properties.Name -contains 'ExecutablePath') {
                $values.ExecutablePath
            }
        }
    }
}

function Get-OnPath {
    # Lists every python.exe on the path.
    Get-Command -Name 'python.exe' -CommandType Application -All -ErrorAction SilentlyContinue |
        ForEach-Object -Process { $_.Source }
}

function Find-Python {
    # Returns the first Python that will do, one from the Microsoft Store only if there is no other.
    $found = @(@(Get-Launched) + @(Get-Registered) + @(Get-OnPath) |
        Where-Object -FilterScript { $_ -and (Test-Python -Program $_) })
    $own = @($found | Where-Object -FilterScript { $_ -notlike '*\WindowsApps\*' })
    return (@($own + $found) | Select-Object -First 1)
}

function Show-NoPython {
    # Says where to get Python, and what the Microsoft Store has to do with it.
    Write-Output 'No Python between 3.11 and 3.14 was found for you on this PC.'
    $aliases = @(Get-OnPath | Where-Object -FilterScript { $_ -like '*\WindowsApps\*' })
    if ($aliases.Count -gt 0) {
        Write-Output 'There is a python.exe of the Microsoft Store. By itself it only leads to the Store;'
        Write-Output 'and a Python from the Store keeps its files where Excel does not look.'
    }
    Write-Output 'What to do: ask IT for Python 3.13 (64-bit), or, if you may install programs yourself,'
    Write-Output 'take the installer from https://www.python.org/downloads/windows/, choose'
    Write-Output '"Install Now" (for you only; it needs no administrator), and run this again.'
    Write-Output 'If it is there already: .\install.ps1 -Python C:\where\it\is\python.exe'
}

if (-not $Python) { $Python = Find-Python }
if (-not $Python) {
    Show-NoPython
    exit $NoPython
}

$Words = @()
# Windows PowerShell 5.1 puts quotes around a folder with a space, and a backslash before the last of
# them would make it a part of the name. D:\ keeps its own, which is no folder without it.
$Wheelhouse = $Wheelhouse -replace '(?<=[^:\\])\\+$', ''
if ($Wheelhouse) { $Words += @('--wheelhouse', $Wheelhouse) }
if ($Digest) { $Words += @('--digest', $Digest) }
if ($ReplaceInterpreter) { $Words += '--replace-interpreter' }
if ($Uninstall) { $Words += '--uninstall' }
if ($WhatIfPreference) { $Words += '--what-if' }

# Its own error output is for the person to see, and no fault of this script.
$ErrorActionPreference = 'Continue'
& $Python -I "$PSScriptRoot\set_up.py" @Words
exit $LASTEXITCODE
