"""What a store holds as one HTML file for its reader: overview, time, network, table, and the texts behind each row."""

from depesche.report.content import Content, Selection, read
from depesche.report.rendering import render, summary

__all__ = ["Content", "Selection", "read", "render", "summary"]
