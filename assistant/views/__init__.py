"""What the page shows and how it answers: pure functions to HTML, and one module that wires them up."""
