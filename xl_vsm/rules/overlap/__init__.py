"""VSM pay beside Agenda for Change."""
