"""Views of an assessment: terminal text, HTML, PDF, calendar file, JSON."""
