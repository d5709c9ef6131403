# engine/fieldwork
