"""NHS Pension Scheme member contributions."""
